import { brokenInvariants } from '../support/invariants';
import { connect, inWords, type SubjectName, subjects, type Trio, trio } from './faults-requests';
import { type FaultSystem, startFaultSystem } from './faults-system';
import { failures } from './faults-table';

const RESERVATION_SECONDS = 13;
const names = Object.keys(subjects) as SubjectName[];
const people = new Map(names.map((name, index) => [name, trio(index)]));
const trioOf = (name: SubjectName): Trio => people.get(name) ?? trio(0);

let system: FaultSystem;
beforeAll(async () => {
  system = await startFaultSystem();
});
afterAll(() => system.stop());

/** Sends every request once, all at the same time, while the failure lasts. */
async function sendAll(inflict: (system: FaultSystem) => unknown) {
  const prepared: [SubjectName, Record<string, string>][] = [];
  for (const name of names) prepared.push([name, await subjects[name].prepare(system, trioOf(name))]);
  await inflict(system);
  const sent = prepared.map(async ([name, known]) => {
    const start = performance.now();
    const reply = await subjects[name].send(system, trioOf(name), known);
    return { name, answer: inWords(reply), ms: performance.now() - start };
  });
  return Promise.all(sent);
}

/** Everybody connects with the partner that was asked for last. */
async function connectAll() {
  const sent = names.map(async (name) => {
    const [caller, partner, other] = trioOf(name);
    const callee = name === 'connect, other partner' ? other : partner;
    return [name, inWords(await connect(system, caller, callee))];
  });
  return Object.fromEntries(await Promise.all(sent)) as Record<string, string>;
}

describe.each(failures)('while $name', ({ inflict, answers }) => {
  it('every request has its answer in time, and afterwards all is well', async () => {
    await system.reset();
    const seen = await sendAll(inflict);
    expect(Object.fromEntries(seen.map(({ name, answer }) => [name, answer]))).toEqual(answers);
    const late = seen.filter(({ name, ms }) => ms > (name === 'intercept' ? 2_000 : 5_000));
    expect(late).toEqual([]);
    await system.mend();
    await system.pass(RESERVATION_SECONDS);
    expect(await connectAll()).toEqual(Object.fromEntries(names.map((name) => [name, '200'])));
    expect(await brokenInvariants(system)).toEqual([]);
  });
});
