/**
 * Limits of the Serverless API.
 * @see https://www.twilio.com/docs/serverless/api#limitations-and-restrictions
 * @see https://github.com/twilio-labs/dev-phone/issues/178 for the number of services
 */
export const serverlessLimits = {
  services: 50,
  environments: 25,
  functionVersions: 50,
  publicAssetVersions: 1_000,
  privateAssetVersions: 50,
  buildsPerHour: 100,
  publicAssetBytes: 25_000_000,
  privateAssetBytes: 10_000_000,
  /** Not documented; an own reading, far above what a Function should be. */
  functionBytes: 5_000_000,
  uniqueNameLength: 50,
  suffixLength: 16,
  keyLength: 128,
  pathLength: 255,
};

/** Node 18 and older can no longer be deployed. https://www.twilio.com/docs/serverless/functions-assets/functions/node-versions */
export const runtimes = ['node20', 'node22'];

/**
 * The handler's versions that Twilio names, and the one that its own toolkit installs. Being on npm is not enough: 2.1.0 is there and refused.
 * @see https://www.twilio.com/docs/serverless/functions-assets/handler
 * @see https://github.com/twilio-labs/serverless-toolkit/pull/558
 */
export const handlerVersions = ['2.1.2', '2.0.3', '2.0.1', '2.0.0', '1.3.1', '1.3.0'];
