import { Option } from 'commander';
import type { SwitchboardName } from '../src/masking/session';
import { buildProject } from './build';
import { command, Failure, markFailed, runScript } from './command';
import { type Language, Narrator } from './demo/narration';
import { checkSecrecy } from './demo/secrecy';
import { Stage } from './demo/stage';
import { play, storySettings } from './demo/story';
import { askedToEnd } from './ending';
import { startStack } from './local/stack';
import { switchboardOption } from './options';
import { during } from './progress';
import { startChildRuntime } from './runtime/child';

interface Options {
  lang: Language;
  voiceOnly?: boolean;
  switchboard: SwitchboardName;
  json?: boolean;
}

const language: Language = (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('ja') ? 'ja' : 'en';

const program = command(
  'demo',
  'Plays a whole story on simulated phones and checks that everything comes true.',
)
  .addOption(new Option('--lang <language>', 'tell it in').choices(['ja', 'en']).default(language))
  .option('--voice-only', 'with numbers that cannot text, as most in Japan')
  .addOption(switchboardOption())
  .option('--json', 'print the facts as one line of JSON');

const opening = {
  ja: 'ここに出てくる電話もTwilioもRedisも、このコンピューターの中のシミュレーターです。',
  en: 'The phones, Twilio and Redis of this story are simulated on this machine.',
};

runScript(program, async ({ lang, voiceOnly = false, switchboard, json }: Options) => {
  const ended = askedToEnd();
  await during('building', () => buildProject());
  const narrator = new Narrator(lang, json ? () => undefined : console.log);
  const stack = await during('starting', () =>
    startStack({
      startRuntime: startChildRuntime,
      simulator: { sms: !voiceOnly },
      settings: { ...storySettings(switchboard), NOTICE_LANGUAGE: lang },
      hasWarnings: switchboard === 'voice',
    }),
  );
  const stage = new Stage(stack, narrator);
  narrator.chapter(opening);
  const interrupted = ended.then(() => Promise.reject(new Failure('interrupted')));
  await Promise.race([play(stage), interrupted]).finally(stack.stop);
  checkSecrecy(stage, stack.runtime.output());
  console.log(json ? JSON.stringify({ ok: narrator.allHeld, facts: narrator.facts }) : verdict(narrator));
  if (!narrator.allHeld) markFailed();
});

function verdict({ allHeld, language }: Narrator): string {
  if (allHeld) return { ja: '\nすべて、そのとおりになりました。', en: '\nAll of it came true.' }[language];
  return { ja: '\nそのとおりにならなかったことがあります。', en: '\nSome of it did not come true.' }[
    language
  ];
}
