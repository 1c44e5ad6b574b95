import { join } from 'node:path';
import { Edge } from '../../simulator/edge/edge';
import { projectDir } from '../project';
import type { Runtime, RuntimeOptions } from '../runtime/runtime';
import type { Settings } from '../settings';
import type { Cleanup } from './cleanup';

/** How the Functions are served. */
export interface FunctionsOptions<R extends Runtime> {
  context: Settings;
  /** Starts one of the two runtimes. */
  startRuntime: (options: RuntimeOptions) => Promise<R>;
  /** The edge's port; 0, the default, takes any free one. */
  port?: number | undefined;
  /** The base URL that callers use, where it is not the edge's own, such as a tunnel's. */
  publicUrl?: string | undefined;
}

/** The built Functions behind the edge; whatever was started is in `cleanup`. */
export async function serveFunctions<R extends Runtime>(
  { context, startRuntime, port = 0, publicUrl }: FunctionsOptions<R>,
  cleanup: Cleanup,
): Promise<{ functionsUrl: string; edgeUrl: string; runtime: R }> {
  const functionsDir = join(projectDir, 'dist', 'functions');
  const edge = new Edge({ functionsDir, context, port, ...(publicUrl && { publicUrl }) });
  await edge.start();
  cleanup.add(() => edge.stop());
  const functionsUrl = publicUrl ?? edge.url;
  const DOMAIN_NAME = functionsUrl.replace(/^https?:\/\//, '');
  const runtime = await startRuntime({ baseDir: projectDir, context: { ...context, DOMAIN_NAME } });
  cleanup.add(() => runtime.stop());
  edge.serve(runtime.url);
  return { functionsUrl, edgeUrl: edge.url, runtime };
}
