import { randomBytes } from 'node:crypto';
import type { Sid } from './model';

/** A fresh sid: its two-letter prefix and 32 hexadecimal digits. https://www.twilio.com/docs/glossary/what-is-a-sid */
export function newSid<P extends string>(prefix: P): Sid<P> {
  return `${prefix}${randomBytes(16).toString('hex')}`;
}
