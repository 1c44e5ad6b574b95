import { command, Misuse, runScript } from './command';
import { envOption, requireSettings, type ServiceOptions, serviceSettings } from './settings';
import { sealTicket } from './ticket/seal';

interface Options extends ServiceOptions {
  user: string;
  phone: string;
  peer: string;
  peerPhone: string;
  minutes: string;
  key?: string;
}

const TICKET_KEY = /^[^:]+:[\w-]{43}$/;

const program = command('ticket', 'Seals a call ticket, which lets its user call one partner.')
  .addOption(envOption())
  .requiredOption('--user <id>', 'who may call')
  .requiredOption('--phone <number>', "that user's own phone")
  .requiredOption('--peer <id>', 'who may be called')
  .requiredOption('--peer-phone <number>', "the partner's phone")
  .option('--minutes <n>', 'how long the ticket is good for', '10')
  .option('--key <kid:key>', 'the key to seal with (default: the first of TICKET_KEYS in the settings file)')
  .option('--json', 'print one line of JSON');

runScript(program, async (options: Options) => {
  const lifetimeSeconds = Number(options.minutes) * 60;
  if (!(lifetimeSeconds > 0)) throw new Misuse('--minutes takes a number above 0');
  const settings = serviceSettings(options.env);
  const key = options.key ?? newestKey(settings);
  if (!TICKET_KEY.test(key)) throw new Misuse('A ticket key is id:key, the key being 32 bytes in base64url.');
  const ticket = await sealTicket(key, {
    user: { id: options.user, phone: options.phone },
    peer: { id: options.peer, phone: options.peerPhone },
    audience: settings.TICKET_AUDIENCE ?? 'tokumei',
    lifetimeSeconds,
  });
  const expiresAt = new Date(Date.now() + lifetimeSeconds * 1000).toISOString();
  console.log(options.json ? JSON.stringify({ ticket, expiresAt }) : ticket);
});

function newestKey(settings: Readonly<Record<string, string>>): string {
  const { TICKET_KEYS } = requireSettings(settings, ['TICKET_KEYS']);
  return TICKET_KEYS.split(',')[0] ?? '';
}
