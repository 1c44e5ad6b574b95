import type { Handlers } from '../operation';
import { renderAccount } from './render';

/** https://www.twilio.com/docs/iam/api/account */
export const accountOperations: Handlers = {
  FetchAccount: ({ state }) => renderAccount(state),
};
