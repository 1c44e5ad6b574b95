/** Packages published as ES modules only: jest runs CommonJS, so these pass through the same compiler as our own files. */
const esModules = ['jose', 'lua-redis-wasm', '@clack', 'fast-wrap-ansi', 'fast-string-[\\w-]+', 'sisteransi'];

const swc = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/global-setup.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/retry.ts'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  transform: { '\\.[cm]?[jt]sx?$': swc },
  // lua-redis-wasm imports its WebAssembly glue by file URL, which jest's require does not resolve.
  moduleNameMapper: { '^file://(/.*)$': '$1' },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`, '<rootDir>/dist/'],
  // Most tests wait for other processes: with jest's default, one worker fewer than cores, one of two cores would idle.
  maxWorkers: '100%',
  testTimeout: 20_000,
};
