import type { Simulator } from '../../simulator';
import type { Session } from '../../simulator/twilio/model';

/** What is compared: the record here, and Twilio's own. */
export interface Observed {
  readonly simulator: Pick<Simulator, 'upstashUrl' | 'upstashToken'>;
  readonly store: { readonly settings: { readonly prefix: string }; now(): number };
  /** Sessions that Twilio routes now. */
  liveAtTwilio(): readonly Session[];
}

/** Everything under the store's prefix, as the real database holds it. */
interface Holdings {
  readonly sessions: Map<string, Record<string, string>>;
  readonly routes: { number: string; hash: string; id: string; stop: number }[];
}

/**
 * What must be true whenever nobody is at work: every session that Twilio routes is on record, every session that we hold for live
 * has both its routes and, unless it is one of our own routing, is live at Twilio on the same numbers, and no two live sessions share a
 * phone and a number.
 */
export async function brokenInvariants(world: Observed): Promise<string[]> {
  const held = await holdings(world);
  const now = world.store.now();
  const atTwilio = new Map(world.liveAtTwilio().map((session) => [session.sid as string, session]));
  const broken: string[] = [];
  for (const session of atTwilio.values()) {
    const record = held.sessions.get(session.uniqueName);
    if (record === undefined) broken.push(`Twilio routes ${session.uniqueName}, which is not on record`);
    else if (record.k !== session.sid) broken.push(`the sid of ${session.uniqueName} is not on record`);
  }
  for (const [id, record] of held.sessions) {
    if (record.st !== 'o' || Number(record.x) <= now) continue;
    const routes = held.routes.filter((route) => route.id === id && route.stop > now).length;
    if (routes !== 2) broken.push(`${id} is live and has ${routes} routes`);
    if (record.k === undefined) continue;
    const session = atTwilio.get(record.k);
    if (session === undefined) broken.push(`${id} is live here and not at Twilio`);
    else if (!sameNumbers(record, session.participants)) broken.push(`${id} has other numbers at Twilio`);
  }
  for (const { id, stop } of held.routes) {
    const record = held.sessions.get(id);
    if (stop > now && record?.st !== 'o') broken.push(`a route points to ${id}, which is not live`);
  }
  return [...broken, ...sharedBindings(world)];
}

function sameNumbers(
  record: Record<string, string>,
  participants: readonly { proxyIdentifier: string }[],
): boolean {
  const numbers = participants.map(({ proxyIdentifier }) => proxyIdentifier).sort();
  return JSON.stringify(numbers) === JSON.stringify([record.na, record.nb].sort());
}

/** Phones that hold one number in two live sessions, judged by Twilio's own record. */
export function sharedBindings(world: Observed): string[] {
  const bindings = world
    .liveAtTwilio()
    .flatMap(({ participants }) => participants.map((one) => `${one.identifier} on ${one.proxyIdentifier}`));
  return bindings
    .filter((binding, index) => bindings.indexOf(binding) !== index)
    .map((binding) => `twice: ${binding}`);
}

async function holdings({ store, simulator }: Observed): Promise<Holdings> {
  const { prefix } = store.settings;
  const command = async (...args: string[]): Promise<unknown> => {
    const headers = { authorization: `Bearer ${simulator.upstashToken}` };
    const answer = await fetch(simulator.upstashUrl, { method: 'POST', headers, body: JSON.stringify(args) });
    return ((await answer.json()) as { result: unknown }).result;
  };
  const keys = (await command('keys', `${prefix}*`)) as string[];
  const sessions = new Map<string, Record<string, string>>();
  const routes: Holdings['routes'] = [];
  for (const key of keys) {
    const [kind, ...rest] = key.slice(prefix.length).split(':');
    if (kind === 's') sessions.set(rest.join(':'), recordIn((await command('get', key)) as string));
    if (kind === 'shelf') routes.push(...routesOn(toRecord((await command('hgetall', key)) as string[])));
  }
  return { sessions, routes };
}

/** A session is words: some in this order, then those with a name. */
function recordIn(text: string): Record<string, string> {
  const words = text.split(' ');
  const always = ['st', 'ua', 'ub', 'ha', 'hb', 'na', 'nb', 'e', 'pr', 'c', 'x'];
  const sometimes = words.slice(always.length).map((word) => word.split(/:(.*)/));
  const record = Object.fromEntries([...always.map((name, index) => [name, words[index]]), ...sometimes]);
  if (record.k) record.k = `KC${Buffer.from(record.k, 'base64url').toString('hex')}`;
  return record;
}

/** A route is shelved under r, the phone's hash and the number; its value begins with five digits of its end. */
function routesOn(shelf: Record<string, string>): Holdings['routes'] {
  return Object.entries(shelf).flatMap(([field, value]) => {
    const [, hash, number] = /^r(.+)(\+\d+)$/.exec(field) ?? [];
    const [id = '', , stop] = value.slice(5).split(' ');
    return hash === undefined || number === undefined ? [] : [{ number, hash, id, stop: Number(stop) }];
  });
}

function toRecord(flat: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let index = 0; index + 1 < flat.length; index += 2) record[flat[index] ?? ''] = flat[index + 1] ?? '';
  return record;
}
