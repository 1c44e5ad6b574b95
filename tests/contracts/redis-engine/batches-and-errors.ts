import type { EngineUnderTest } from './engine-under-test';

/** Pipelines, transactions and what is refused. */
export function describeBatchesAndErrors(engine: EngineUnderTest): void {
  const { redis, upstash } = engine;

  describe('batches', () => {
    it('answers a pipeline item by item, errors too', async () => {
      const replies = await redis()
        .pipeline()
        .set('a', '1')
        .hget('a', 'f')
        .get('a')
        .exec({ keepErrors: true });
      expect(replies.map(({ result }) => result)).toEqual(['OK', undefined, '1']);
      expect(replies[1]?.error).toMatch(/^WRONGTYPE/);
    });

    it('carries out a transaction although one command fails in it', async () => {
      const replies = await redis().multi().set('a', '1').hget('a', 'f').incr('a').exec({ keepErrors: true });
      expect(replies.map(({ result }) => result)).toEqual(['OK', undefined, 2]);
      expect(replies[1]?.error).toMatch(/^WRONGTYPE/);
    });

    it('discards a transaction with a command that cannot be queued', async () => {
      const broken = fetch(`${upstash().url}/multi-exec`, {
        method: 'POST',
        headers: { authorization: `Bearer ${upstash().token}` },
        body: JSON.stringify([
          ['SET', 'a', '1'],
          ['SET', 'b'],
        ]),
      });
      const answer = await broken;
      expect([answer.status, await answer.json()]).toEqual([
        400,
        { error: expect.stringMatching(/^EXECABORT/) },
      ]);
      expect(await redis().exists('a')).toBe(0);
    });

    it('lets no other request between the commands of a transaction', async () => {
      const transactions = Array.from({ length: 20 }, () =>
        redis().multi().incr('n').get('n').exec<[number, string]>(),
      );
      const singles = Array.from({ length: 20 }, () => redis().incr('n'));
      const [pairs] = await Promise.all([Promise.all(transactions), Promise.all(singles)]);
      expect(pairs.every(([count, text]) => String(count) === text)).toBe(true);
      expect(await redis().get('n')).toBe('40');
    });
  });

  describe('errors', () => {
    it.each([
      ['unknown command', ['NOSUCH', 'a'], /unknown command/],
      ['wrong number of arguments', ['GET'], /wrong number of arguments/],
      ['not an integer', ['INCRBY', 'n', 'x'], /not an integer/],
      ['a syntax error', ['SET', 'a', '1', 'PX'], /syntax error/],
    ])('refuses %s', async (_, command, message) => {
      await expect(redis().exec(command as [string, ...string[]])).rejects.toThrow(message);
    });

    it('refuses an operation on another type', async () => {
      await redis().set('text', 'v');
      await expect(redis().incr('text')).rejects.toThrow(/not an integer/);
      await expect(redis().zcard('text')).rejects.toThrow(/WRONGTYPE/);
    });
  });
}
