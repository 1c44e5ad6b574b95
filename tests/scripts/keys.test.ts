import { createHash } from 'node:crypto';
import { generateKeys } from '../../scripts/keys';
import { contextProblems } from '../../simulator/edge/limits';

describe('generateKeys', () => {
  it('makes 256-bit keys in the form that the configuration takes', () => {
    const { variables, ticketKey } = generateKeys();
    const key = '[\\w-]{43}';
    expect(variables.TICKET_KEYS).toBe(ticketKey);
    expect(variables.TICKET_KEYS).toMatch(new RegExp(`^t1:${key}$`));
    expect(variables.DATA_KEYS).toMatch(new RegExp(`^d1:${key}$`));
    expect(variables.LOOKUP_KEY).toMatch(new RegExp(`^${key}$`));
  });

  it('puts only the hash of the API key into the configuration', () => {
    const { variables, apiKey } = generateKeys();
    const hash = createHash('sha256').update(apiKey).digest('base64url');
    expect(variables.API_KEYS).toBe(`connect|screen|ops:${hash}`);
  });

  it('makes others every time, short enough for the platform', () => {
    const { variables } = generateKeys();
    expect(generateKeys().variables.TICKET_KEYS).not.toBe(variables.TICKET_KEYS);
    expect(contextProblems(variables)).toEqual([]);
  });
});
