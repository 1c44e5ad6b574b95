import { brokenInvariants } from '../support/invariants';
import { clientSubjects } from './faults-clients';
import { answersOf, casesOf, expectedOf, Matrix } from './faults-matrix';
import { proxySubjects } from './faults-proxy';
import { connect, inWords } from './faults-requests';
import { type FaultSystem, startFaultSystem } from './faults-system';
import { failures } from './faults-table';

const RESERVATION_SECONDS = 13;
const cases = casesOf({ ...clientSubjects, ...proxySubjects });
const blocking = ['block', 'report with block'];

let system: FaultSystem;
beforeAll(async () => {
  system = await startFaultSystem();
});
afterAll(() => system.stop());

/** Everybody connects with the partner that was asked for last. */
async function connectAll() {
  const sent = cases.map(async ({ name, people: [caller, partner, other] }) => {
    const callee = name === 'connect, other partner' || blocking.includes(name) ? other : partner;
    return [name, inWords(await connect(system, caller, callee))];
  });
  return Object.fromEntries(await Promise.all(sent)) as Record<string, string>;
}

describe.each(failures)('while $name', (failure) => {
  it('every request has its answer in time, and afterwards all is well', async () => {
    await system.reset();
    const matrix = new Matrix(system, cases);
    await matrix.prepare();
    await failure.inflict(system);
    const { answers, late } = await matrix.send();
    expect(answers).toEqual(answersOf(cases, (one) => expectedOf(one, failure)));
    expect(late).toEqual([]);
    await system.mend();
    await system.pass(RESERVATION_SECONDS);
    expect(await connectAll()).toEqual(answersOf(cases, () => '200'));
    expect(await brokenInvariants(system)).toEqual([]);
  });
});
