import { type Language, Narrator } from '../../scripts/demo/narration';
import { checkSecrecy } from '../../scripts/demo/secrecy';
import { Stage } from '../../scripts/demo/stage';
import { play, storySettings } from '../../scripts/demo/story';
import { type System, startSystem } from './harness';

async function tell(system: System, language: Language, planted: readonly string[] = []) {
  const told: string[] = [];
  const narrator = new Narrator(language, (line) => told.push(line));
  const stage = new Stage(system, narrator);
  await play(stage);
  await system.stop();
  checkSecrecy(stage, [...system.logs, ...planted].join('\n'));
  return { narrator, told: told.join('\n') };
}

describe('the story of the demonstration', () => {
  it.each([
    [true, 'ja' as const, 18],
    [false, 'en' as const, 17],
  ])('comes true with texts: %s, in %s', async (sms, language, count) => {
    const system = await startSystem({ simulator: { sms }, settings: { NOTICE_LANGUAGE: language } });
    const { narrator, told } = await tell(system, language);
    expect(narrator.facts.filter(({ held }) => !held)).toEqual([]);
    expect(narrator.facts).toHaveLength(count);
    expect(told).toContain(language === 'ja' ? 'ふたりは話をして' : 'They talk and hang up');
  });

  it.each([
    [true, 'ja' as const, 25],
    [false, 'en' as const, 23],
  ])('comes true on the voice switchboard, with texts: %s, in %s', async (sms, language, count) => {
    const settings = { ...storySettings('voice'), NOTICE_LANGUAGE: language };
    const system = await startSystem({ simulator: { sms }, settings, hasWarnings: true });
    const { narrator, told } = await tell(system, language);
    expect(narrator.facts.filter(({ held }) => !held)).toEqual([]);
    expect(narrator.facts).toHaveLength(count);
    expect(told).toContain(language === 'ja' ? '長電話をして' : 'They talk on and on');
  });

  it('does not come true when Twilio closes nothing', async () => {
    const system = await startSystem();
    system.simulator.twilio.faults.add({ match: { method: 'DELETE' }, effect: 'error', status: 500 });
    const { narrator } = await tell(system, 'en');
    const failed = narrator.facts.filter(({ held }) => !held).map(({ sentence }) => sentence.en);
    expect(narrator.allHeld).toBe(false);
    expect(failed).toContain('One session is closed.');
  });

  it('does not come true when the log names somebody', async () => {
    const system = await startSystem();
    const { narrator } = await tell(system, 'en', ['calling 080-8765-4321']);
    expect(narrator.facts.filter(({ held }) => !held).map(({ sentence }) => sentence.en)).toEqual([
      expect.stringMatching(/lines of the log/),
    ]);
  });
});
