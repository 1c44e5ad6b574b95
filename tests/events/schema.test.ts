import { readFileSync } from 'node:fs';
import { inProject } from '../../scripts/project';
import { EVENT_TYPES, type ServiceEvent } from '../../src/masking/events';
import { eventSchema, undescribedIn } from '../support/event-schema';

const opened: ServiceEvent = {
  id: 'evt_1',
  type: 'session.opened',
  atMs: 0,
  data: { sessionId: `tk${'a'.repeat(16)}`, userId: 'u', peerId: 'p', expiresAtMs: 1 },
};

describe('the published schema of events', () => {
  it('describes every type, and no other', () => {
    expect(eventSchema.oneOf.map(({ title }) => title)).toEqual([...EVENT_TYPES]);
  });

  it('takes what is as described, and nothing else', () => {
    expect(undescribedIn(opened)).toEqual([]);
    const wrong = [{ ...opened.data, text: 'words' }, { ...opened.data, sessionId: '+819012345678' }, {}];
    for (const data of wrong) expect(undescribedIn({ ...opened, data })).not.toEqual([]);
  });
});

describe.each(['docs/events.md', 'docs/events.ja.md'])('%s', (file) => {
  const text = readFileSync(inProject(file), 'utf8');

  it('names every event', () => {
    const named = [...text.matchAll(/^\| `([a-z]+\.[a-z_]+)` \|/gm)].map(([, name]) => name);
    expect(named).toEqual([...EVENT_TYPES]);
  });

  it('names every field of each event', () => {
    for (const { title, properties } of eventSchema.oneOf) {
      const row = text.split('\n').find((line) => line.startsWith(`| \`${title}\``)) ?? '';
      const { properties: fields = {} } = properties.data as { properties?: object };
      const missing = Object.keys(fields).filter((field) => !row.includes(`\`${field}\``));
      expect([title, missing]).toEqual([title, []]);
    }
  });
});
