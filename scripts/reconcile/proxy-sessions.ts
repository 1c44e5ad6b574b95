import type { Twilio } from 'twilio';
import { deadlineIn } from '../../src/masking/deadline';
import type { SessionId, SwitchboardSid } from '../../src/masking/session';
import { type CallResult, callTwice } from '../../src/switchboard/proxy/retry';
import { Failure } from '../command';
import type { Pace } from '../pace';
import { adviceOn } from '../twilio-call';

/** The most that Twilio lists on a page. */
const PAGE_SIZE = 100;
const CALL_MS = 10_000;
/** What `newSessionId` makes; other names belong to somebody else who uses the same Proxy service. */
const OURS = /^tk[A-Za-z0-9_-]{16}$/;

/** A session of ours at Twilio Proxy. */
export interface ProxySession {
  readonly sessionId: SessionId;
  readonly sid: SwitchboardSid;
  readonly isLive: boolean;
}

/** Twilio Proxy's own record of sessions, read at a pace that leaves room for live traffic. */
export class ProxySessions {
  /** @param client makes a Twilio client with fresh time limits */
  constructor(
    private readonly client: () => Promise<Twilio>,
    private readonly serviceSid: string,
    private readonly pace: Pace,
  ) {}

  /**
   * Pages of all sessions, a hundred at a time; `foreign` are the sids of those that this service did not open.
   * @throws Failure when Twilio does not answer.
   */
  async *pages(): AsyncGenerator<{ ours: ProxySession[]; foreign: string[] }> {
    let next: string | undefined;
    do {
      const url = next;
      const { instances, nextPageUrl } = await this.ask((sessions) =>
        url === undefined ? sessions.page({ pageSize: PAGE_SIZE }) : sessions.getPage(url),
      );
      const isOurs = (name: string | null) => name !== null && OURS.test(name);
      yield {
        ours: instances.filter(({ uniqueName }) => isOurs(uniqueName)).map(described),
        foreign: instances.filter(({ uniqueName }) => !isOurs(uniqueName)).map(({ sid }) => sid),
      };
      next = nextPageUrl || undefined;
    } while (next !== undefined);
  }

  /** Whether Twilio routes a session now. @throws Failure when Twilio does not answer. */
  async isLive(sid: SwitchboardSid): Promise<boolean> {
    const result = await this.call((sessions) => sessions(sid).fetch());
    if (result.ok) return result.value.status !== 'closed';
    if (result.failure.kind === 'gone') return false;
    throw new Failure(adviceOn(result.failure));
  }

  /** The real numbers that Twilio keeps in a session. @throws Failure when Twilio does not answer. */
  async realNumbers(sid: SwitchboardSid): Promise<string[]> {
    const result = await this.call((sessions) => sessions(sid).participants.list({ limit: 2 }));
    if (result.ok) return result.value.map(({ identifier }) => identifier);
    if (result.failure.kind === 'gone') return [];
    throw new Failure(adviceOn(result.failure));
  }

  private async ask<T>(action: Parameters<typeof this.call<T>>[0]): Promise<T> {
    const result = await this.call(action);
    if (!result.ok) throw new Failure(adviceOn(result.failure));
    return result.value;
  }

  private async call<T>(action: (sessions: Sessions) => Promise<T>): Promise<CallResult<T>> {
    await this.pace();
    const client = await this.client();
    const { sessions } = client.proxy.v1.services(this.serviceSid);
    return callTwice(() => action(sessions), deadlineIn(CALL_MS));
  }
}

/** What can be asked of that record. */
export type ProxyRecord = Pick<ProxySessions, 'pages' | 'isLive' | 'realNumbers'>;

/** The record of a service that has no Proxy service. */
export const noProxySessions: ProxyRecord = {
  async *pages() {},
  isLive: () => Promise.resolve(false),
  realNumbers: () => Promise.resolve([]),
};

type Sessions = ReturnType<Twilio['proxy']['v1']['services']>['sessions'];

function described({ uniqueName, sid, status }: { uniqueName: string; sid: string; status: string }) {
  return { sessionId: uniqueName as SessionId, sid: sid as SwitchboardSid, isLive: status !== 'closed' };
}
