import { table } from '../scripts/table';
import type { CpuCost } from './cpu-process';
import { injectedMs, type Latency } from './latency';
import type { LoadCost } from './load-cost';
import type { PathCost } from './round-trips';
import type { Scale } from './scale';
import { rounded, type Summary } from './statistics';

/** Everything that was measured. */
export interface Report {
  roundTrips: PathCost[];
  latency: Latency;
  loadCost: LoadCost[];
  cpu: CpuCost[];
  /** Null without a redis-server on the PATH: the embedded engine says nothing about Redis's memory and time. */
  scale: Scale[] | null;
}

/** All of it for people. */
export function reportText({ roundTrips, latency, loadCost, cpu, scale }: Report): string {
  return [
    'Round trips',
    table(
      ['path', 'Redis', 'Twilio'],
      roundTrips.map(({ path, redis, twilio }) => [path, redis, twilio]),
    ),
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
    scale === null ? 'Not measured: there is no redis-server on the PATH.' : scaleTable(scale),
  ].join('\n');
}

function latencyTable({ original, newPartner, samePartner }: Latency): string {
  const row = (name: string, { median, p95 }: Summary, faster: number | string) => [
    name,
    rounded(median),
    rounded(p95),
    faster,
  ];
  return table(
    ['flow', 'median ms', 'p95 ms', 'times faster'],
    [
      row('original: delete, create, two participants', original, ''),
      row('new partner, one old session', newPartner, newPartner.timesFaster),
      row('same partner', samePartner, samePartner.timesFaster),
    ],
  );
}

function scaleTable(scale: readonly Scale[]): string {
  return table(
    ['sessions', 'bytes each', 'µs to allocate'],
    scale.map(({ sessions, bytesPerSession, reserveMicroseconds }) => [
      sessions,
      bytesPerSession,
      reserveMicroseconds,
    ]),
  );
}
