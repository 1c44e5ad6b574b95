import type { Simulator } from '../../simulator';

type Undo = () => void;

/** Failures of both dependencies whose messages quote what they were sent, each to be undone before the next. */
export function quotingFaults({ twilio, upstash }: Simulator, quoted: string): (() => Undo)[] {
  const page = `<html>${quoted}`;
  const error = JSON.stringify({ error: `ERR unknown command, with args: ${quoted}` });
  const answers = [
    [400, 21211],
    [400, 80404],
    [401, 20003],
    [409, 80623],
    [429, 80621],
    [500, 20500],
  ] as const;
  const twilioRules = [
    ...answers.map(([status, code]) => {
      const body = JSON.stringify({ code, message: `Cannot join ${quoted}`, status, details: { quoted } });
      return { effect: 'error', status, body } as const;
    }),
    ...(['reset-before', 'reset-after', 'malformed'] as const).map((effect) => ({ effect, body: page })),
  ];
  const redisRules = [
    { effect: 'error', status: 400, body: error },
    { effect: 'error', status: 500, body: page },
    { effect: 'malformed' },
    { effect: 'reset-after' },
    { effect: 'oom' },
  ] as const;
  return [
    ...twilioRules.map((rule) => () => {
      twilio.faults.add({ match: {}, ...rule });
      return () => twilio.faults.clear();
    }),
    ...redisRules.map((rule) => () => {
      upstash.faults.add(rule);
      return () => upstash.faults.clear();
    }),
  ];
}
