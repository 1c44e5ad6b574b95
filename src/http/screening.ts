import * as v from 'valibot';
import { DependencyError } from '../masking/errors';
import type { Deadline } from '../masking/ports';
import type { UserId } from '../masking/session';
import type { Violation, ViolationStore } from '../masking/violations';
import { explain, type Finding, type ScreenOptions, screen } from '../safety/screening';
import { failureOf } from './faults';
import { userIdSchema } from './fields';
import { readParams } from './params';
import { RequestError } from './request-error';

const MOST_TEXTS = 100;

/** One text or a batch; the answer has the same form as the question. The author is named where rejected texts shall count. */
export type Texts = ({ readonly text: string } | { readonly texts: readonly string[] }) & {
  readonly userId?: UserId;
};

/** Reads `text`, or `texts` with at most a hundred. @throws RequestError */
export function readTexts(params: object): Texts {
  const { text, texts, ...author } = readParams(
    {
      userId: v.exactOptional(userIdSchema),
      text: v.exactOptional(v.string()),
      texts: v.exactOptional(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MOST_TEXTS))),
    },
    params,
  );
  if (text !== undefined && texts === undefined) return { text, ...author };
  if (texts !== undefined && text === undefined) return { texts, ...author };
  throw new RequestError({ code: 'malformed_request', field: 'text' });
}

/** What to do with each text, where in it what was found, and what to tell its author. */
export function screenAnswer(texts: Texts, options: ScreenOptions): ScreenAnswer {
  if ('text' in texts) return judgement(texts.text, options);
  return { results: texts.texts.map((text) => judgement(text, options)) };
}

/** The rejected texts of an answer, each with an id of its own. */
export function violationsOf(answer: ScreenAnswer, requestId: string): Violation[] {
  const judgements = 'results' in answer ? answer.results : [answer];
  return judgements.flatMap(({ allowed, findings }, index) =>
    allowed ? [] : [{ id: `${requestId}:${index}`, kinds: [...new Set(findings.map(({ kind }) => kind))] }],
  );
}

/**
 * Counts an author's rejected texts and says until when the author is paused. A judgement is worth having without it: when the store
 * cannot answer, nothing is counted.
 */
export async function countRejected(
  userId: UserId | undefined,
  violations: readonly Violation[],
  { store, deadline, requestId }: { store: ViolationStore; deadline: Deadline; requestId: string },
): Promise<{ readonly pausedUntil?: string }> {
  if (userId === undefined) return {};
  try {
    const { pausedUntilMs } = await store.countViolations(userId, violations, deadline);
    return pausedUntilMs === undefined ? {} : { pausedUntil: new Date(pausedUntilMs).toISOString() };
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    failureOf(error, requestId);
    return {};
  }
}

/** What the author of a rejected text is told. */
export const REJECTED = {
  ja: 'メッセージを送信できませんでした。電話番号などの連絡先や、サービスを通さない取引のご提案は送信できません。',
  en: 'Your message was not sent. Contact details and proposals to deal outside the service are not allowed.',
};

interface Judgement {
  readonly allowed: boolean;
  readonly findings: readonly (Finding & { readonly explanation: object })[];
  readonly message?: object;
}

type ScreenAnswer = Judgement | { readonly results: readonly Judgement[] };

function judgement(text: string, options: ScreenOptions): Judgement {
  const { allowed, findings } = screen(text, options);
  const explained = findings.map((finding) => ({ ...finding, explanation: explanation(finding) }));
  return { allowed, findings: explained, ...(allowed ? {} : { message: REJECTED }) };
}

function explanation(finding: Finding) {
  return { ja: explain(finding, 'ja'), en: explain(finding, 'en') };
}
