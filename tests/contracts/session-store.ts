import type { Upstash } from '../../simulator/upstash';
import { describeQuotas } from './session-store/quotas';
import { describeReservations } from './session-store/reservations';
import { describeSessions } from './session-store/shared';
import { describeVoice } from './session-store/voice';

/** What every store of sessions must do, whatever engine is below. */
export function sessionStoreContract(engine: () => Upstash): void {
  describe.each(['proxy', 'voice'] as const)('with the %s switchboard', (switchboard) => {
    describeSessions(engine, switchboard);
    describeQuotas(engine, switchboard);
  });
  describeReservations(engine);
  describeVoice(engine);
}
