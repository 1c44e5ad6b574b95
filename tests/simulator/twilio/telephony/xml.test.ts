import { parseXml, XmlError } from '../../../../simulator/twilio/telephony/xml';

test('reads elements, attributes, text and CDATA', () => {
  expect(parseXml('<a x="1&amp;2">one<b/><![CDATA[<two>]]></a>')).toEqual({
    name: 'a',
    attributes: { x: '1&2' },
    text: 'one<two>',
    children: [{ name: 'b', attributes: {}, text: '', children: [] }],
  });
});

test.each(['', 'text', '<a>', '<a></b>', '<a/><b/>', '<a x=1/>', '<a>&nope;</a>'])(
  '%p is not well formed',
  (source) => {
    expect(() => parseXml(source)).toThrow(XmlError);
  },
);

test('an element called __proto__ is an element like any other', () => {
  expect(parseXml('<__proto__ constructor="1"/>').name).toBe('__proto__');
});
