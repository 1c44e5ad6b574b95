/** Milliseconds since the epoch. */
export type Clock = () => number;

/** What is left of the time that one request may take. */
export interface Deadline {
  /** Milliseconds left, never below 0. */
  remainingMs(): number;
}
