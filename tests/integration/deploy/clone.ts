import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { projectDir } from '../../../scripts/project';
import { environmentFile } from '../../../scripts/runtime/environment-file';
import type { Settings } from '../../../scripts/settings';
import { type Ended, type RunOptions, runNpm } from './run';

/** What a clone does not have, or what this one shares with the project. */
const left = new Set(['node_modules', '.git', 'dist', 'coverage', '.tmp', '.env']);

/** A fresh copy of the project, so that commands find a `.env` of their own and may break what they like. */
export class Clone {
  readonly folder = mkdtempSync(join(tmpdir(), 'tokumei-clone-'));

  /** What no command may print. */
  #secrets: [name: string, value: string][] = [];

  constructor(private readonly environment: Readonly<Record<string, string>>) {
    cpSync(projectDir, this.folder, {
      recursive: true,
      filter: (file) => !left.has(basename(file)) && !basename(file).startsWith('.env.deployment'),
    });
    // There is no promise of a network: what `npm ci` would install is there already.
    symlinkSync(join(projectDir, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  set settings(settings: Settings) {
    this.write('.env', environmentFile(settings));
    this.#secrets = Object.entries(settings).filter(([name, value]) => /KEYS?$|TOKEN$/.test(name) && value);
  }

  /** Runs a command of the project as a person does. @throws Error when it prints a secret of the settings */
  async npm(args: readonly string[], { environment, signal }: RunOptions = {}): Promise<Ended> {
    const all = { ...this.environment, ...environment };
    const ended = await runNpm(this.folder, args, { environment: all, signal });
    const told = this.#secrets.filter(([, secret]) => (ended.stdout + ended.stderr).includes(secret));
    if (told.length > 0) throw new Error(`${args[0]} tells ${told.map(([name]) => name).join(', ')}`);
    return ended;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
