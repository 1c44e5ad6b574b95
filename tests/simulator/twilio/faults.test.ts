import { Faults } from '../../../simulator/twilio/faults';

const request = { host: 'proxy.twilio.com', method: 'POST', path: '/v1/Services/KS1/Sessions' };

describe('a fault rule', () => {
  it.each([
    [{}, true],
    [{ host: 'proxy.twilio.com' }, true],
    [{ host: 'api.twilio.com' }, false],
    [{ method: 'post' }, true],
    [{ method: 'GET' }, false],
    [{ path: '/v1/Services' }, true],
    [{ path: /Sessions$/ }, true],
    [{ path: 'Sessions/KC' }, false],
    [{ method: 'POST', path: 'Participants$' }, false],
  ])('with the conditions %p strikes: %p', (match, strikes) => {
    const faults = new Faults();
    faults.add({ match, effect: 'hang' });
    expect(faults.strike(request) !== undefined).toBe(strikes);
  });

  it('strikes as often as it was told, then lets the next rule strike', () => {
    const faults = new Faults();
    faults.add({ match: {}, effect: 'hang', times: 2 });
    faults.add({ match: {}, effect: 'delay' });
    const effects = [1, 2, 3].map(() => faults.strike(request)?.effect);
    expect(effects).toEqual(['hang', 'hang', 'delay']);
    expect(faults.list()).toMatchObject([{ id: 2, strikes: 1 }]);
  });

  it('strikes with its probability', () => {
    const draws = [0.1, 0.9];
    const faults = new Faults({ random: () => draws.shift() ?? 1 });
    faults.add({ match: {}, effect: 'hang', probability: 0.5 });
    expect(faults.strike(request)).toBeDefined();
    expect(faults.strike(request)).toBeUndefined();
  });

  it('is gone after clear', () => {
    const faults = new Faults();
    faults.add({ match: {}, effect: 'hang' });
    faults.clear();
    expect(faults.strike(request)).toBeUndefined();
  });
});
