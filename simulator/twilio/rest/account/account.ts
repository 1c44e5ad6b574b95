import { accountRefusal } from '../../account/errors';
import type { Handlers } from '../operation';
import { pathOf } from '../results';
import { renderAccount } from './render';

/** https://www.twilio.com/docs/iam/api/account */
export const accountOperations: Handlers = {
  FetchAccount: (context) => {
    const own = pathOf(context, 'Sid') === context.state.accountSid;
    return own ? renderAccount(context.state) : accountRefusal.notFound('Account');
  },
};
