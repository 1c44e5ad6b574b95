import type { RealNumber } from './numbers';
import type { Deadline } from './ports';

/** What screening says of a text: never its words. */
export interface ScreenedText {
  /** The kinds of what must not pass; empty for a text that may. */
  readonly rejected: readonly string[];
  /** The digits and marks to judge the sender's next texts with; empty for none. Digits are personal data. */
  readonly trace: string;
}

/** Judges a text together with the traces of its sender's last ones; pure. */
export type TextJudge = (text: string, earlier: readonly string[]) => ScreenedText;

/** Takes an admitted text back. */
export interface TextRejecter {
  /** Counts the violation of its sender and forgets its trace, once however often it is asked. */
  rejectText(rejection: TextRejection, deadline: Deadline): Promise<'done' | 'unidentified'>;
}

export interface TextRejection {
  readonly interactionId: string;
  readonly kinds: readonly string[];
  /** The sender's own number, where the store has asked for it. */
  readonly from?: RealNumber;
}

/** The kinds that a text completes which earlier texts began; empty where it may pass. */
export function completedKinds(
  text: string | undefined,
  earlier: readonly string[] | undefined,
  judge: TextJudge,
): readonly string[] {
  return text === undefined || earlier === undefined || earlier.length === 0
    ? []
    : judge(text, earlier).rejected;
}
