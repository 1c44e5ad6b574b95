import type { ProxyNumber, RealNumber } from '../../src/masking/numbers';
import type { RouteDecision } from '../../src/masking/routing';
import type { SessionId, UserId } from '../../src/masking/session';

/** Where a call or text of the buyer goes that passes. */
export const joined: RouteDecision & { kind: 'joined' } = {
  kind: 'joined',
  sessionId: 'tk1' as SessionId,
  partner: '+818087654321' as RealNumber,
  callerId: '+815032000001' as ProxyNumber,
  initiator: 'buyer-1' as UserId,
  partnerId: 'seller-1' as UserId,
  side: 'a',
};
