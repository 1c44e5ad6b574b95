import * as v from 'valibot';
import type { UserId } from '../masking/session';

/** Printable, without spaces, at most 128 UTF-16 units. */
const USER_ID = /^[^\s\p{C}]+$/u;

export const userIdSchema: v.GenericSchema<unknown, UserId> = v.pipe(
  v.string(),
  v.maxLength(128),
  v.regex(USER_ID),
  v.transform((text) => text as UserId),
);

/** Any spelling of a number; what it means is judged later. */
export const spelledNumberSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
