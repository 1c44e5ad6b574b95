import { commonRefusal, TwilioError } from '../twilio-error';

const bad = (message: string) => new TwilioError(400, 20001, message);

/** Refusals of the Serverless API. Where Twilio publishes no code, it is the one of invalid parameters. */
export const refusal = {
  ...commonRefusal,
  tooMany: (what: string, most: number) => bad(`${what} are limited to less than or equal to ${most}`),
  taken: (what: string) => new TwilioError(409, 20409, `${what} is already in use`),
  emptyBuild: () => bad('At least one Function Version or Asset Version is required for a Build'),
  duplicatePath: (path: string) => bad(`Two versions of the Build have the path ${path}`),
  /** https://github.com/twilio-labs/serverless-toolkit/issues/564 */
  unknownDependency: (name: string, version: string) =>
    bad(`Some dependencies could not be validated. No matching version found for ${name}@${version}`),
  /** https://www.twilio.com/docs/api/errors/82007 */
  unsupportedRuntime: (runtime: string) => new TwilioError(400, 82007, `unsupported runtime: ${runtime}`),
  notBuilt: () => bad('The Build is not completed'),
  alreadyDeployed: () => bad('Environment already has requested deployment'),
  tooLarge: (what: string, bytes: number) => bad(`${what} is larger than ${bytes} bytes`),
};
