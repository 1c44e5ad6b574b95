import { table } from '../scripts/table';
import type { SwitchboardName } from '../src/masking/session';
import type { CpuCost } from './cpu-process';
import { type Compared, injectedMs, type Latency } from './latency';
import type { LoadCost } from './load-cost';
import type { PathCost } from './round-trips';
import type { PoolScale, Scale } from './scale';
import { rounded, type Summary } from './statistics';

/** Everything that was measured. */
export interface Report {
  roundTrips: Record<SwitchboardName, PathCost[]>;
  latency: Latency;
  loadCost: LoadCost[];
  cpu: CpuCost[];
  /** Null without a redis-server on the PATH: the embedded engine says nothing about Redis's memory and time. */
  scale: { bySessions: Scale[]; byNumbers: PoolScale[] } | null;
}

/** All of it for people. */
export function reportText({ roundTrips, latency, loadCost, cpu, scale }: Report): string {
  return [
    'Round trips',
    roundTripsTable(roundTrips),
    `\nConnect, with ${injectedMs.twilio} ms for Twilio and ${injectedMs.redis} ms for Redis injected`,
    latencyTable(latency),
    '\nLoading a bundle in a fresh process, over an empty Function',
    table(
      ['Function', 'ms'],
      loadCost.map(({ path, overEmptyMs }) => [path, overEmptyMs]),
    ),
    '\nOur CPU time for a request, median',
    table(
      ['request', 'ms'],
      cpu.map(({ request, cpuMs }) => [request, cpuMs]),
    ),
    '\nRedis by live sessions',
    scale === null ? NOT_MEASURED : scaleTable(scale.bySessions),
    '\nRedis by numbers in the pool',
    scale === null ? NOT_MEASURED : poolTable(scale.byNumbers),
  ].join('\n');
}

const NOT_MEASURED = 'Not measured: there is no redis-server on the PATH.';

/** A path that one of the two has not stays empty there. */
function roundTripsTable({ proxy, voice }: Report['roundTrips']): string {
  const paths = [...new Set([...proxy, ...voice].map(({ path }) => path))];
  const cells = (costs: readonly PathCost[], path: string) => {
    const cost = costs.find((one) => one.path === path);
    return [cost?.redis ?? '', cost?.twilio ?? ''];
  };
  return table(
    ['path', 'proxy: Redis', 'Twilio', 'voice: Redis', 'Twilio'],
    paths.map((path) => [path, ...cells(proxy, path), ...cells(voice, path)]),
  );
}

function latencyTable({ original, proxy, voice }: Latency): string {
  const row = (name: string, { median, p95 }: Summary, faster: number | string) => [
    name,
    rounded(median),
    rounded(p95),
    faster,
  ];
  const compared = (name: string, summary: Compared) => row(name, summary, summary.timesFaster);
  return table(
    ['flow', 'median ms', 'p95 ms', 'times faster'],
    [
      row('original: delete, create, two participants', original, ''),
      compared('proxy: new partner, one old session', proxy.newPartner),
      compared('proxy: same partner', proxy.samePartner),
      compared('voice: new partner, one old session', voice.newPartner),
      compared('voice: same partner', voice.samePartner),
    ],
  );
}

function scaleTable(scale: readonly Scale[]): string {
  return table(
    ['switchboard', 'sessions', 'bytes each', 'µs to connect', 'µs to route'],
    scale.map(({ switchboard, sessions, bytesPerSession, connectMicroseconds, routeMicroseconds }) => [
      switchboard,
      sessions,
      bytesPerSession,
      connectMicroseconds,
      routeMicroseconds,
    ]),
  );
}

function poolTable(pools: readonly PoolScale[]): string {
  return table(
    ['numbers', 'µs to connect', 'µs to find a phone bound to all', 'again'],
    pools.map(({ numbers, connectMicroseconds, fullMicroseconds, fullAgainMicroseconds }) => [
      numbers,
      connectMicroseconds,
      fullMicroseconds,
      fullAgainMicroseconds,
    ]),
  );
}
