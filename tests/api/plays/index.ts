import {
  blocksRepertoire,
  cleanupRepertoire,
  healthRepertoire,
  screenRepertoire,
  sessionsRepertoire,
} from './clients';
import { connectRepertoire } from './connect';
import type { Repertoire } from './play';
import { callbackRepertoire, interceptRepertoire, outOfSessionRepertoire, pinRepertoire } from './proxy';

/** What each operation of `docs/api.yaml` is driven by, by `operationId`. */
export const repertoires: Readonly<Record<string, Repertoire>> = {
  connect: connectRepertoire,
  sessions: sessionsRepertoire,
  cleanup: cleanupRepertoire,
  blocks: blocksRepertoire,
  screen: screenRepertoire,
  health: healthRepertoire,
  proxyIntercept: interceptRepertoire,
  proxyCallback: callbackRepertoire,
  proxyOutOfSession: outOfSessionRepertoire,
  proxyPin: pinRepertoire,
};
