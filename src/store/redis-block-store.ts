import type { BlockPage, BlockStore, Relation } from '../masking/blocks';
import type { Clock, ClosingDecision, Deadline } from '../masking/ports';
import type { UserId } from '../masking/session';
import { commonArguments } from './common-arguments';
import type { Script, ScriptRunner } from './script-runner';
import * as scripts from './scripts';
import { pairHash } from './seal';
import type { StoreSettings } from './settings';

const PAGE_SIZE = 100;

/** Blocks in Redis: every method is one script and one round trip. */
export class RedisBlockStore implements BlockStore {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  block(relation: Relation, deadline: Deadline): Promise<ClosingDecision> {
    const pair = pairHash(relation.userId, relation.peerId, this.settings.lookupKey);
    return this.run(scripts.block, deadline, { ...relation, pair });
  }

  async unblock(relation: Relation, deadline: Deadline): Promise<void> {
    await this.run(scripts.unblock, deadline, relation);
  }

  blocksOf(
    { cursor = 0, ...user }: { userId: UserId; peerId?: UserId; cursor?: number },
    deadline: Deadline,
  ): Promise<BlockPage> {
    return this.run(scripts.blocksOf, deadline, { ...user, cursor, limit: PAGE_SIZE });
  }

  private run<Answer>(script: Script<Answer>, deadline: Deadline, args: object): Promise<Answer> {
    return this.runner.run(script, { ...commonArguments(this.settings, this.clock), ...args }, deadline);
  }
}
