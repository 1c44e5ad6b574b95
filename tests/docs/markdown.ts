import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../scripts/project';

/** A fenced block of a document. */
export interface Block {
  readonly language: string;
  readonly code: string;
}

/** Every document of the project, relative to it. */
export function markdownFiles(): string[] {
  return ['', 'docs', '.github'].flatMap((folder) =>
    readdirSync(inProject(folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  );
}

export function readDocument(file: string): string {
  return readFileSync(inProject(file), 'utf8');
}

export function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));
}

/** The code of the one block of a language that has this part. @throws Error where there is none. */
export function exampleIn(text: string, language: string, part: string): string {
  const found = blocksOf(text).find((block) => block.language === language && block.code.includes(part));
  if (found === undefined) throw new Error(`No example in ${language} has ${part}`);
  return found.code;
}

/** The headings' anchors, as GitHub makes them for links. */
export function anchorsOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** What the links and pictures of a document point to. */
export function targetsOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}
