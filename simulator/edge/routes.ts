import { relative, sep } from 'node:path';
import { filesBelow } from '../files';

/** Who may call a Function: anyone, only signed requests, or only other Functions. */
export type Access = 'public' | 'protected' | 'private';

/** A Function as the platform serves it. */
export interface FunctionRoute {
  /** URL path, such as /proxy/intercept. */
  path: string;
  access: Access;
  /** Absolute path of its file. */
  filePath: string;
}

/**
 * What the platform reads from the name of a Function's file, relative to the functions folder:
 * `proxy/intercept.protected.js` is served at /proxy/intercept to signed requests only.
 * @see https://www.twilio.com/docs/serverless/functions-assets/visibility
 */
export function functionOf(file: string): { path: string; access: Access } {
  const name = file.split(sep).join('/').replace(/\.js$/, '');
  const access = /\.(protected|private)$/.exec(name)?.[1];
  if (access !== 'protected' && access !== 'private') return { path: `/${name}`, access: 'public' };
  return { path: `/${name.slice(0, -access.length - 1)}`, access };
}

/** Every Function below a functions folder; none when the folder is missing. */
export function findFunctions(functionsDir: string): FunctionRoute[] {
  return filesBelow(functionsDir)
    .filter((file) => file.endsWith('.js'))
    .map((filePath) => ({ ...functionOf(relative(functionsDir, filePath)), filePath }));
}
