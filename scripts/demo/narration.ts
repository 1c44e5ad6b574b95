/** The languages that the story can be told in. */
export type Language = 'ja' | 'en';

/** A sentence in both languages. */
export type Sentence = Readonly<Record<Language, string>>;

/** Something that was expected, in one sentence, and whether it came true. */
export interface Fact {
  sentence: Sentence;
  held: boolean;
}

/** Tells a story and keeps its facts. */
export class Narrator {
  readonly facts: Fact[] = [];

  /**
   * @param language of what is told
   * @param print gets each line
   */
  constructor(
    readonly language: Language,
    private readonly print: (line: string) => void,
  ) {}

  chapter(sentence: Sentence): void {
    this.print(`\n${sentence[this.language]}`);
  }

  /** States something that should be so. */
  expect(held: boolean, sentence: Sentence): void {
    this.facts.push({ sentence, held });
    this.print(`  ${held ? '✓' : '✗'} ${sentence[this.language]}`);
  }

  /** Whether all came true. */
  get allHeld(): boolean {
    return this.facts.every(({ held }) => held);
  }
}
