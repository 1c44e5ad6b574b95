import { buildProject } from '../scripts/build';

/** Tests of the whole service run what `npm run build` makes; so does `npx jest` alone. */
export default async function buildOnce(): Promise<void> {
  await buildProject();
}
