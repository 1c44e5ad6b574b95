import type { ProxyService } from '../../model';
import type { SessionParams } from '../../proxy/params';
import { TwilioError } from '../../twilio-error';
import type { TelephonyPorts } from '../ports';
import type { Stray } from './out-of-session';

const modes = ['voice-only', 'message-only', 'voice-and-message'] as const;

/**
 * Creates the session that an out-of-session answer in JSON asks for, between the caller and somebody else. The
 * caller keeps the number dialled. Undefined when done, else what is wrong.
 * https://www.twilio.com/docs/proxy/out-session-callback-response-guide#auto-create-session-json
 */
export function createSession(
  ports: TelephonyPorts,
  service: ProxyService,
  stray: Stray,
  body: string,
): string | undefined {
  const wish = parseObject(body);
  if (!wish) return 'the answer is not a JSON object';
  const identifier = text(wish.participantIdentifier);
  if (identifier === undefined) return 'participantIdentifier is missing';
  const created = ports.proxy.createSession(service.sid, {
    ...sessionParams(wish),
    participants: [
      { identifier: stray.from, proxyIdentifier: stray.to },
      { identifier, proxyIdentifier: text(wish.participantProxyIdentifier) },
    ],
  });
  return created instanceof TwilioError ? `${created.code}` : undefined;
}

/** Proxy chooses a mode "intelligently" where none is given; here it is what every session defaults to. */
function sessionParams(wish: Record<string, unknown>): SessionParams {
  const dateExpiry = Date.parse(text(wish.dateExpiry) ?? '');
  return {
    uniqueName: text(wish.uniqueName),
    mode: modes.find((mode) => mode === wish.mode),
    ttl: wish.ttl === undefined ? undefined : Number(wish.ttl),
    dateExpiry: Number.isNaN(dateExpiry) ? undefined : dateExpiry,
  };
}

function parseObject(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
