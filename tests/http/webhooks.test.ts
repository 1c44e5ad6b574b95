import { readOutOfSession } from '../../src/http/incoming';
import { readInteraction, readReport, readText } from '../../src/http/proxy-webhook';
import { WebhookParams } from '../../src/http/webhook-function';

const sid = `KC${'a'.repeat(32)}`;
const interactionId = `KI${'b'.repeat(32)}`;
const initiatorSid = `KP${'c'.repeat(32)}`;
const base = { interactionSessionSid: sid, interactionSid: interactionId, interactionType: 'Voice' };
const params = (fields: Record<string, unknown>) => new WebhookParams(fields);

describe('webhook parameters', () => {
  it('are texts, and an empty text where Twilio sends none or something else came', () => {
    const given = params({ From: '+819012345678', list: ['a', 'b'], object: {} });
    expect([given.get('From'), given.get('To'), given.get('list'), given.get('object')]).toEqual([
      '+819012345678',
      '',
      '',
      '',
    ]);
  });

  it('do not reach for what every object has', () => {
    expect(params({}).get('constructor')).toBe('');
    expect(params({}).get('toString')).toBe('');
  });
});

describe('the interaction that is asked about', () => {
  it.each([
    ['Voice', 'voice'],
    ['voice', 'voice'],
    ['Message', 'message'],
    ['message', 'message'],
    ['', 'voice'],
  ])('of type %j is a %s', (interactionType, kind) => {
    expect(readInteraction(params({ ...base, interactionType }))).toEqual({ sid, interactionId, kind });
  });

  it.each([
    { interactionSessionSid: '' },
    { interactionSessionSid: 'KC1' },
    { interactionSessionSid: [sid] },
    { interactionSid: undefined },
    { interactionSid: '../../etc' },
  ])('is none with %j', (change) => {
    expect(readInteraction(params({ ...base, ...change }))).toBeUndefined();
  });
});

describe('the words of a text', () => {
  const interactionData = '{"body":"hello"}';

  it.each([{}, { interactionNumMedia: '0' }, { interactionNumMedia: '' }])('are read with %j', (media) => {
    expect(readText(params({ interactionData, ...media }))).toBe('hello');
  });

  it.each([
    { interactionNumMedia: '1' },
    { interactionData: '' },
    { interactionData: '{"body":1}' },
    { interactionData: 'null' },
  ])('cannot be read with %j', (change) => {
    expect(readText(params({ interactionData, ...change }))).toBeUndefined();
  });
});

describe('a status report', () => {
  const inbound = { ...base, inboundResourceStatus: 'in-progress', inboundParticipantSid: initiatorSid };

  it('has the outbound status where there is one, else the inbound one', () => {
    const expected = { sid, interactionId, kind: 'voice', initiatorSid };
    expect(readReport(params({ ...inbound, inboundResourceStatus: 'completed' }))).toEqual({
      ...expected,
      status: 'completed',
    });
    expect(readReport(params({ ...inbound, outboundResourceStatus: 'busy' }))).toEqual({
      ...expected,
      status: 'busy',
    });
  });

  it('tells no call answered before there is an outbound side', () => {
    expect(readReport(params(inbound))).toMatchObject({ status: 'initiated' });
    const answered = { ...inbound, outboundResourceStatus: 'in-progress' };
    expect(readReport(params(answered))).toMatchObject({ status: 'in-progress' });
  });

  it.each([
    ['{"duration":"12"}', 12],
    ['{"duration": 12}', 12],
    ['{"duration":"0"}', 0],
  ])('has the duration of a call: %s', (interactionData, durationSeconds) => {
    expect(readReport(params({ ...inbound, interactionData }))).toMatchObject({ durationSeconds });
  });

  it.each([
    '',
    '{}',
    '{"duration":"-1"}',
    '{"duration":1.5}',
    '{"duration":"9999999"}',
    '{"body":"{\\"duration\\":\\"1\\"}"}',
    'x',
  ])('has no duration in %j', (interactionData) => {
    expect(readReport(params({ ...inbound, interactionData }))).not.toHaveProperty('durationSeconds');
  });

  it('may come without the participant', () => {
    const report = readReport(params({ ...inbound, inboundParticipantSid: '' }));
    expect(report).toEqual({ sid, interactionId, kind: 'voice', status: 'initiated' });
  });

  it.each(['', 'IN-PROGRESS', 'a b', 'x'.repeat(21), '+819012345678'])(
    'is none with the status %j',
    (status) => {
      expect(readReport(params({ ...base, inboundResourceStatus: status }))).toBeUndefined();
    },
  );

  it('is none without an interaction', () => {
    expect(readReport(params({ ...inbound, interactionSid: '' }))).toBeUndefined();
  });
});

describe('a call or text outside any session', () => {
  const call = { CallSid: `CA${'d'.repeat(32)}`, From: '+819012345678', To: '+815031000000' };
  const anonymous = { interactionId: call.CallSid, kind: 'voice', to: call.To };
  const read = { ...anonymous, from: call.From };

  it('is a call where there is a call, else a text', () => {
    expect(readOutOfSession(params(call))).toEqual(read);
    const { CallSid: _, ...text } = call;
    const MessageSid = `SM${'d'.repeat(32)}`;
    expect(readOutOfSession(params({ ...text, MessageSid }))).toEqual({
      ...read,
      interactionId: MessageSid,
      kind: 'message',
    });
  });

  it.each(['', 'anonymous', 'Anonymous', 'Restricted', 'unavailable', 'sip:x@example.com', 'client:x', '+0'])(
    'has no caller when the number is withheld: %j',
    (From) => {
      expect(readOutOfSession(params({ ...call, From }))).toEqual(anonymous);
    },
  );

  it('does not read the real numbers of a former session', () => {
    const former = { outboundParticipantIdentifier: '+818087654321', sessionSid: sid };
    expect(readOutOfSession(params({ ...call, ...former }))).toEqual(read);
  });

  it('is none without a sid, so that nobody is told of it again and again', () => {
    const { CallSid: _, ...nameless } = call;
    expect(readOutOfSession(params(nameless))).toBeUndefined();
  });

  it.each(['', '110', 'sip:a@b', undefined])('is none when %j was dialled', (To) => {
    expect(readOutOfSession(params({ ...call, To }))).toBeUndefined();
  });
});
