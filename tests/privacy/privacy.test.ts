import type { SwitchboardName } from '../../src/masking/session';
import { type Channel, type RecordedSystem, startRecordedSystem } from './recorded-system';
import { leaksIn, type Secrets } from './scanner';
import { Story } from './story';

const channels = ['log', 'answer', 'redis', 'twilio', 'events', 'store'] as const;

/** What is logged in a whole life of the service. */
const EVENTS = {
  proxy: [
    'blocked',
    'cleaned_up',
    'connected',
    'dependency_failed',
    'events_delivered',
    'not_connected',
    'out_of_session',
    'passed',
    'pin_joined',
    'pin_refused',
    'refused',
    'reported',
  ],
  voice: [
    'cleaned_up',
    'connected',
    'dependency_failed',
    'events_delivered',
    'missed_call',
    'not_connected',
    'not_routed',
    'pin_joined',
    'pin_refused',
    'recording_started',
    'refused',
    'reported',
    'routed',
  ],
} as const;

/** How much must leave over each channel at least; the voice switchboard hardly asks Twilio for anything. */
function least(channel: Channel, switchboard: SwitchboardName): number {
  if (channel === 'events') return 5;
  return channel === 'twilio' && switchboard === 'voice' ? 1 : 20;
}

describe.each(['proxy', 'voice'] as const)('on the switchboard %s', (switchboard) => {
  let system: RecordedSystem;
  let story: Story;
  beforeAll(async () => {
    system = await startRecordedSystem(switchboard);
    story = new Story(system);
    await story.play();
  });
  afterAll(() => system.stop());

  /** Each leak with the recording that it is in. */
  function leaksOn(channel: Channel, secrets: Secrets): string[] {
    return system
      .recordings()
      [channel].flatMap((text) => leaksIn(text, secrets).map((secret) => `${secret} in ${text}`));
  }

  describe.each(channels)('what leaves over the channel "%s"', (channel) => {
    it('is something', () => {
      expect(system.recordings()[channel].length).toBeGreaterThan(least(channel, switchboard));
    });

    it('holds no number, ticket, key, token or word of a text', () => {
      expect(leaksOn(channel, story.secrets)).toEqual([]);
    });
  });

  it('the story has every kind of event', () => {
    const events = system.recordings().log.map((line) => (JSON.parse(line) as { event: string }).event);
    expect([...new Set(events)].sort()).toEqual(EVENTS[switchboard]);
  });

  it('no log holds a PIN', () => {
    const [pin = ''] = story.pins;
    expect(pin).toMatch(/^\d{6}$/);
    expect(system.recordings().log.filter((line) => line.includes(pin))).toEqual([]);
  });

  it('a leak on any channel would be found', async () => {
    const number = '+818059371628';
    const init = { method: 'POST', headers: { authorization: `Bearer ${system.simulator.upstashToken}` } };
    console.log(JSON.stringify({ event: 'planted', number }));
    await fetch(system.simulator.upstashUrl, { ...init, body: JSON.stringify(['set', 'planted', number]) });
    await system.readStore();
    for (const channel of ['log', 'store'] as const)
      expect(leaksOn(channel, story.secrets)).toContainEqual(expect.stringContaining('planted'));
  });
});
