import { join } from 'node:path';
import { build } from 'esbuild';
import { Router } from 'express';
import type { PhonesConfig } from './config';

export type { PhonesConfig, PhoneUser } from './config';

export interface PhonesPageOptions {
  /** Asked each time the page is loaded, so that tickets are fresh. */
  config: () => PhonesConfig | Promise<PhonesConfig>;
}

/**
 * A page with two handsets, to be mounted under `/phones` next to the control interface `/_phones` and `/_log`.
 * The Functions must allow the page's origin (CORS_ORIGINS). Bundles the page's scripts once, in memory.
 */
export async function phonesPage({ config }: PhonesPageOptions): Promise<Router> {
  const files = await bundle();
  const router = Router();
  router.get('/', (_request, response) => response.sendFile(join(__dirname, 'page', 'index.html')));
  router.get('/config.json', async (_request, response) => {
    response.set('Cache-Control', 'no-store').json(await config());
  });
  router.get('/:file', ({ params: { file } }, response, next) => {
    const content = files.get(file);
    if (content === undefined) next();
    else response.type(file).send(content);
  });
  return router;
}

/** File names and contents. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'page', 'main.ts'), join(__dirname, 'page', 'page.css')],
    outdir: '/',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(path.search(/[^/\\]+$/)), text]));
}
