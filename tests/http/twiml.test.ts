import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { twiml } from '../../src/http/twiml';

/** What a parser reads out of a document with one `Say`; throws where the document is not well-formed. */
function spoken(document: object | string): { text: string; language: string | undefined } {
  const parser = new SaxesParser();
  let text = '';
  let language: string | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'Say') language = attributes.language;
  });
  parser.write(String(document)).close();
  return { text, language };
}

describe('TwiML', () => {
  it('is one Response with the verbs in order', () => {
    expect(twiml([{ verb: 'Pause', attributes: { length: '1' } }, { verb: 'Hangup' }])).toEqual({
      status: 200,
      headers: { 'Content-Type': 'application/xml' },
      body: '<?xml version="1.0" encoding="UTF-8"?><Response><Pause length="1"></Pause><Hangup></Hangup></Response>',
    });
  });

  it('holds verbs within verbs', () => {
    const { body } = twiml([{ verb: 'Gather', children: [{ verb: 'Say', text: 'PIN' }] }]);
    expect(body).toContain('<Gather><Say>PIN</Say></Gather>');
  });

  it('brings any text through unchanged, in content and in attributes', () => {
    const ordinary = fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text));
    fc.assert(
      fc.property(ordinary, ordinary, (text, language) => {
        const { body } = twiml([{ verb: 'Say', attributes: { language }, text }]);
        expect(spoken(body)).toEqual({ text, language });
      }),
    );
  });

  it('drops what XML cannot hold', () => {
    const { body } = twiml([{ verb: 'Say', text: 'a\u0000b\u0008c\u000bd\u001fe\ufffef\uffffg\th' }]);
    expect(spoken(body).text).toBe('abcdefg\th');
  });
});
