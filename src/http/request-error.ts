import type { Failure } from './answers';

/** A request that ends with an error answer of its own; turned into HTTP in one place. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}
