import { Log } from '../../../simulator/twilio/log';
import type { LogEntry } from '../../../simulator/twilio/model';

const entry = (changes: Partial<LogEntry> = {}): LogEntry => ({
  at: 0,
  kind: 'rest',
  method: 'GET',
  target: 'proxy.twilio.com/v1/Services',
  status: 200,
  ms: 1,
  ...changes,
});

describe('the log', () => {
  it('numbers its entries and gives those after a number', () => {
    const log = new Log();
    log.add(entry());
    const since = log.lastId;
    log.add(entry({ status: 404 }));
    expect(log.entries({ since })).toEqual([{ ...entry({ status: 404 }), id: 2 }]);
  });

  it('finds entries by kind, method and target', () => {
    const log = new Log();
    log.add(entry());
    log.add(entry({ kind: 'webhook', method: 'POST', target: 'http://localhost/proxy/intercept' }));
    log.add(entry({ method: 'DELETE', target: 'proxy.twilio.com/v1/Services/KS1/Sessions/KC1' }));
    expect(log.count()).toBe(3);
    expect(log.count({ kind: 'rest' })).toBe(2);
    expect(log.count({ method: 'DELETE', target: '/Sessions/' })).toBe(1);
    expect(log.count({ target: /Services$/ })).toBe(1);
  });

  it('gives way to new entries once it is full', () => {
    const log = new Log({ capacity: 3 });
    for (let status = 1; status <= 5; status++) log.add(entry({ status }));
    expect(log.entries().map(({ id, status }) => [id, status])).toEqual([
      [3, 3],
      [4, 4],
      [5, 5],
    ]);
  });

  it('tells its listeners until they have heard enough', () => {
    const log = new Log();
    const heard: number[] = [];
    const stop = log.subscribe(({ id }) => heard.push(id));
    log.add(entry());
    stop();
    log.add(entry());
    expect(heard).toEqual([1]);
  });
});
