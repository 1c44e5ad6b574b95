/** An error reply of Redis, such as `WRONGTYPE ...`. A value, not an exception: it also occurs inside arrays. */
export class RedisError {
  constructor(readonly message: string) {}
}

/** A reply as Redis sends it in RESP2: a status line is a string, a bulk string is the bytes themselves. */
export type Reply = null | number | string | Buffer | RedisError | Reply[];

/** A Redis behind one connection: it carries commands out in the order in which `call` was called. */
export interface RedisEngine {
  /** What runs behind: `embedded`, `redis-server` or `redis`. */
  readonly name: string;
  /** Rejects only when no answer came (connection lost); error replies are resolved as {@link RedisError}. */
  call(args: readonly string[]): Promise<Reply>;
  close(): Promise<void>;
}
