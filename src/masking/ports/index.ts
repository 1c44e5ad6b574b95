/** What most use cases ask for, each file by what stands behind it; a port that one use case alone needs stands beside that. */
export type * from './interaction-store';
export type * from './session-store';
export type * from './switchboard';
export type * from './time';
