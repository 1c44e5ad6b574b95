import * as v from 'valibot';
import { explain, type Finding, type ScreenOptions, screen } from '../safety/screening';
import { readParams } from './params';
import { RequestError } from './request-error';

const MOST_TEXTS = 100;

/** One text or a batch; the answer has the same form as the question. */
export type Texts = { readonly text: string } | { readonly texts: readonly string[] };

/** Reads `text`, or `texts` with at most a hundred. @throws RequestError */
export function readTexts(params: object): Texts {
  const { text, texts } = readParams(
    {
      text: v.exactOptional(v.string()),
      texts: v.exactOptional(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MOST_TEXTS))),
    },
    params,
  );
  if (text !== undefined && texts === undefined) return { text };
  if (texts !== undefined && text === undefined) return { texts };
  throw new RequestError({ code: 'malformed_request', field: 'text' });
}

/** What to do with each text, where in it what was found, and what to tell its author. */
export function screenAnswer(texts: Texts, options: ScreenOptions): object {
  if ('text' in texts) return judgement(texts.text, options);
  return { results: texts.texts.map((text) => judgement(text, options)) };
}

/** What the author of a rejected text is told. */
export const REJECTED = {
  ja: 'メッセージを送信できませんでした。電話番号などの連絡先や、サービスを通さない取引のご提案は送信できません。',
  en: 'Your message was not sent. Contact details and proposals to deal outside the service are not allowed.',
};

function judgement(text: string, options: ScreenOptions) {
  const { allowed, findings } = screen(text, options);
  const explained = findings.map((finding) => ({ ...finding, explanation: explanation(finding) }));
  return { allowed, findings: explained, ...(allowed ? {} : { message: REJECTED }) };
}

function explanation(finding: Finding) {
  return { ja: explain(finding, 'ja'), en: explain(finding, 'en') };
}
