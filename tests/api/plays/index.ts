import { clientRepertoires } from './clients';
import { connectRepertoire } from './connect';
import { operatorRepertoires } from './operators';
import type { Repertoire } from './play';
import { proxyRepertoires } from './proxy';
import { qstashRepertoires } from './qstash';
import { twilioRepertoires } from './twilio';

/** What each operation of `docs/api.yaml` is driven by, by `operationId`. */
export const repertoires: Readonly<Record<string, Repertoire>> = {
  connect: connectRepertoire,
  ...clientRepertoires,
  ...operatorRepertoires,
  ...proxyRepertoires,
  ...twilioRepertoires,
  ...qstashRepertoires,
};
