import type { CloseResult, ExtendResult, OpenResult, Switchboard } from '../masking/ports';

/** Stands in the place of Twilio Proxy where none is configured: a session that lives there can be left to its end only. */
export class AbsentSwitchboard implements Switchboard {
  open(): Promise<OpenResult> {
    return Promise.resolve({ kind: 'refused', reason: 'no Proxy service is configured' });
  }

  extend(): Promise<ExtendResult> {
    return Promise.resolve('failed');
  }

  close(): Promise<CloseResult> {
    return Promise.resolve('failed');
  }
}
