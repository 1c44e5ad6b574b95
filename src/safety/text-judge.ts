import { type ScreenOptions, screenWithin, type Verdict } from './screening';

/** What screening says of a text, without any word of it. */
export interface Judged {
  /** The kinds of what must not pass; empty for a text that may. */
  readonly rejected: readonly string[];
  /** What the sender's next texts are judged with; empty for none. */
  readonly trace: string;
}

function rejectedKinds({ allowed, findings }: Verdict, policy: ScreenOptions['policy']): string[] {
  if (allowed) return [];
  return [
    ...new Set(findings.map(({ kind }) => kind).filter((kind) => (policy?.[kind] ?? 'reject') === 'reject')),
  ];
}

/** A judge of texts by these options; `earlier` are the traces of the sender's last texts, the oldest first. */
export function textJudge(options: ScreenOptions): (text: string, earlier: readonly string[]) => Judged {
  return (text, earlier) => {
    const { verdict, state } = screenWithin({ recent: earlier }, text, options);
    const isNew = verdict.allowed && state.recent.length > 0 && state.recent !== earlier;
    return {
      rejected: rejectedKinds(verdict, options.policy),
      trace: isNew ? (state.recent.at(-1) ?? '') : '',
    };
  };
}
