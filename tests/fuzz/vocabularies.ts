import type { Vocabulary } from './requests';

const users = ['buyer-1', 'seller-1', 'buyer 1', 'x'.repeat(129), 'ユーザー１'];
const phones = [
  '090-4821-7365',
  '+818059371628',
  '０９０４８２１７３６５',
  '119',
  '0120-123-456',
  '+1 202 555 0123',
];

/** Names and values of each Function that clients call. */
export const clientWords: Readonly<Record<string, Omit<Vocabulary, 'credentials'>>> = {
  connect: { names: ['userId', 'from', 'peerId', 'to'], values: [...users, ...phones] },
  cleanup: { names: ['userId'], values: users },
  sessions: { names: ['userId'], values: users },
  blocks: {
    names: ['action', 'userId', 'peerId', 'cursor'],
    values: [...users, 'add', 'remove', 'list', '0'],
  },
  reports: {
    names: ['reason', 'text', 'block', 'userId', 'peerId'],
    values: [...users, ...phones, 'other', 'no_show', 'true', 'x'.repeat(1_001)],
  },
  'ops/sessions': { names: ['cursor'], values: ['0'] },
  'ops/calls': { names: ['userId', 'peerId', 'cursor'], values: users },
  'ops/pool': { names: ['country'], values: ['JP'] },
  'ops/reports': {
    names: ['action', 'state'],
    values: ['list', 'show', 'update', 'open', 'closed'],
  },
  'ops/events': { names: ['action'], values: ['status', 'list', 'deliver', 'replay'] },
  health: { names: ['userId'], values: users },
  screen: {
    names: ['text', 'texts'],
    values: ['電話は０９０の４８２１の七三六五', 'LINE: saburo', 'hello', 'a@b.co'],
  },
};

const CALL = `CA${'1'.repeat(32)}`;
const KC = `KC${'2'.repeat(32)}`;
const KI = `KI${'3'.repeat(32)}`;
const numbers = ['+815031000000', '+819048217365', '+266696687', 'anonymous', 'sip:a@b'];
const interaction = {
  names: [
    'interactionSid',
    'interactionSessionSid',
    'interactionType',
    'interactionData',
    'outboundResourceStatus',
  ],
  values: [KC, KI, 'Voice', 'Message', '{"body":"hi"}', '{"body":1}', '{"duration":"3"}', '[', 'completed'],
};

/** Names and values of each Function that Twilio calls. */
export const webhookWords: Readonly<Record<string, Omit<Vocabulary, 'credentials'>>> = {
  intercept: interaction,
  callback: interaction,
  'out-of-session': { names: ['From', 'To', 'CallSid', 'MessageSid', 'Body'], values: [CALL, ...numbers] },
  pin: {
    names: ['From', 'To', 'CallSid', 'Digits', 'attempt', 'DialCallStatus'],
    values: [CALL, ...numbers, '123456', '1', '2', 'completed'],
  },
};

/** Names and values of what Twilio sends of plain calls and texts. */
export const voiceWords: Omit<Vocabulary, 'credentials'> = {
  names: [
    ...['From', 'To', 'CallSid', 'ParentCallSid', 'CallStatus', 'Digits', 'attempt', 'DialCallStatus'],
    ...['DialBridged', 'DialCallDuration', 'RecordingSid', 'RecordingStatus', 'kind', 'MessageSid'],
    ...['Body', 'NumMedia', 'OptOutType', 'text', 'MessageStatus'],
  ],
  values: [
    ...[CALL, `SM${'4'.repeat(32)}`, `RE${'5'.repeat(32)}`, ...numbers],
    ...[
      '123456',
      '1',
      '2',
      'completed',
      'no-answer',
      'in-progress',
      'delivered',
      'voicemail',
      'conversation',
    ],
    ...['STOP', 'こんにちは', '電話は 090-4821-7365'],
  ],
};
