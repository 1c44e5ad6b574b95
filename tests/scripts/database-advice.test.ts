import { sentenceOn } from '../../scripts/command';
import { databaseAdvice } from '../../scripts/database-advice';
import { DependencyError } from '../../src/masking/errors';

describe('what is said of a database that fails', () => {
  it.each([
    ['refused: WRONGPASS', 'Copy the REST token'],
    ['refused: NOPERM', 'may only read'],
    ['no connection', 'Check UPSTASH_REDIS_REST_URL'],
    ['timeout', 'https://status.upstash.com'],
    ['malformed answer', 'https://console.upstash.com'],
  ])('%s: what to do', (reason, advice) => {
    expect(databaseAdvice(reason)).toContain(`(${reason})`);
    expect(databaseAdvice(reason)).toContain(advice);
    expect(sentenceOn(new DependencyError('store', reason))).toBe(databaseAdvice(reason));
  });

  it('is said of a defect by its stack only', () => {
    expect(sentenceOn(new TypeError('a defect'))).toBeUndefined();
    expect(sentenceOn(new DependencyError('switchboard', 'timeout'))).toContain('Twilio did not do its part');
  });
});
