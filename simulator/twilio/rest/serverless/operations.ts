import type { Handlers } from '../operation';
import { buildOperations } from './builds';
import { deploymentOperations, environmentOperations } from './environments';
import { serverlessServiceOperations } from './services';
import { assetOperations, functionOperations } from './uploads';
import { variableOperations } from './variables';

/** What deploying needs of serverless.twilio.com: https://www.twilio.com/docs/serverless/api */
export const serverlessOperations: Handlers = {
  ...serverlessServiceOperations,
  ...environmentOperations,
  ...deploymentOperations,
  ...variableOperations,
  ...functionOperations,
  ...assetOperations,
  ...buildOperations,
};
