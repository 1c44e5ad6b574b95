import type { Upstash } from '../../simulator/upstash';
import { describeJudge } from './interaction-store/judge';
import { describeOutOfSession } from './interaction-store/out-of-session';
import { describeRecord } from './interaction-store/record';

/** What every store of interactions must do, whatever engine is below. */
export function interactionStoreContract(engine: () => Upstash): void {
  describeJudge(engine);
  describeRecord(engine);
  describeOutOfSession(engine);
}
