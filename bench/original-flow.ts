import type { Twilio } from 'twilio';

/** What the original design keeps of a user: the Proxy session it opened last. */
export interface OriginalUser {
  sessionSid?: string;
}

/**
 * The flow of the Ruby design that this service began as, on Twilio's own client: delete the old session, create one,
 * add both participants, each after the other. Its database is left out, which favours it.
 */
export async function originalConnect(
  client: Twilio,
  serviceSid: string,
  user: OriginalUser,
  numbers: readonly [string, string],
): Promise<string> {
  const { sessions } = client.proxy.v1.services(serviceSid);
  if (user.sessionSid) await sessions(user.sessionSid).remove();
  const uniqueName = `${process.pid}-${performance.now()}`;
  const session = await sessions.create({ uniqueName, ttl: 3600, mode: 'voice-only' });
  user.sessionSid = session.sid;
  const { participants } = sessions(session.sid);
  const caller = await participants.create({ identifier: numbers[0] });
  await participants.create({ identifier: numbers[1] });
  return caller.proxyIdentifier;
}
