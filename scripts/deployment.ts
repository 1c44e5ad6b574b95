import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { Misuse } from './command';
import { writePrivately } from './private-file';

const Deployment = v.object({ functionsUrl: v.string() });

/** Where the Functions of one settings file were deployed. */
export type Deployment = v.InferOutput<typeof Deployment>;

/** Kept beside the settings file, and like it no part of the repository. */
export function deploymentFile(env: string): string {
  return `${env}.deployment.json`;
}

/** What the last deploy with these settings noted; undefined before the first one. */
export function readDeployment(env: string): Deployment | undefined {
  const file = deploymentFile(env);
  if (!existsSync(file)) return undefined;
  return v.parse(Deployment, JSON.parse(readFileSync(file, 'utf8')));
}

/** Notes where the Functions are, for `setup` and `doctor`. */
export function noteDeployment(env: string, deployment: Deployment): void {
  writePrivately(deploymentFile(env), `${JSON.stringify(deployment)}\n`);
}

/**
 * The base URL of the Functions, from what the operator named or else from the last deploy; undefined where nobody knows it yet.
 * @throws Misuse for text that is no domain.
 */
export function functionsUrlOf(env: string, domain?: string): string | undefined {
  if (domain === undefined) return readDeployment(env)?.functionsUrl;
  const text = /^https?:\/\//.test(domain) ? domain : `https://${domain}`;
  if (!URL.canParse(text)) throw new Misuse('--domain takes a domain, such as tokumei-1234.twil.io.');
  return new URL(text).origin;
}
