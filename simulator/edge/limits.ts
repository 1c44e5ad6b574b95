/**
 * The platform's limits. Where its documentation writes KB or MB, the smaller reading (powers of ten) is taken.
 * @see https://www.twilio.com/docs/serverless/functions-assets/functions/request-flow
 * @see https://www.twilio.com/docs/serverless/functions-assets/functions/variables
 */
export const limits = {
  /** Bytes of a request with its headers. */
  requestBytes: 1_000_000,
  /** Time that a Function has, then the caller gets 504. */
  answerMs: 10_000,
  /** Bytes of the whole context as JSON; more is error 82006. */
  contextBytes: 3_000,
  /** Bytes of one variable's value. */
  variableBytes: 450,
};

/** Why a Function could not be run with these variables, one sentence each; empty when it could. */
export function contextProblems(context: Readonly<Record<string, string>>): string[] {
  const tooLong = Object.entries(context)
    .filter(([, value]) => Buffer.byteLength(value) > limits.variableBytes)
    .map(
      ([name, value]) => `${name} has ${Buffer.byteLength(value)} bytes, more than ${limits.variableBytes}`,
    );
  const total = Buffer.byteLength(JSON.stringify(context));
  const tooMany = total > limits.contextBytes;
  return tooMany
    ? [...tooLong, `All variables together are ${total} bytes, more than ${limits.contextBytes}`]
    : tooLong;
}
