import type { Conference, ConferenceParticipant } from '../../model';
import type { Heard, Leg } from '../leg';
import type { TelephonyPorts } from '../ports';
import type { ConferenceReport } from './report';

/** How somebody takes part. */
export interface Attendance {
  leg: Leg;
  beep: 'true' | 'false' | 'onEnter' | 'onExit';
  startConferenceOnEnter: boolean;
  endConferenceOnExit: boolean;
  label: string | null;
}

/** Somebody in the room. */
export class Guest {
  readonly #gone = new AbortController();
  /** Ends what lets the guest hear the others. */
  readonly releases: (() => void)[] = [];

  constructor(
    readonly attendance: Attendance,
    readonly record: ConferenceParticipant,
  ) {}

  get leg(): Leg {
    return this.attendance.leg;
  }

  /** Aborted once the guest has left, or the conference is over. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  dismiss(): void {
    for (const release of this.releases) release();
    this.#gone.abort();
  }
}

/** One conference. https://www.twilio.com/docs/voice/twiml/conference */
export class Room {
  readonly conference: Conference;
  #guests: Guest[] = [];

  constructor(
    private readonly ports: TelephonyPorts,
    name: string,
    private readonly report: ConferenceReport,
  ) {
    this.conference = ports.conferences.create(name);
  }

  get size(): number {
    return this.#guests.length;
  }

  enter(attendance: Attendance): Guest {
    const { leg, beep, startConferenceOnEnter, endConferenceOnExit, label } = attendance;
    const participant = {
      callSid: leg.sid,
      label,
      startConferenceOnEnter,
      endConferenceOnExit,
    };
    const guest = new Guest(attendance, this.ports.conferences.admit(this.conference, participant));
    if (beep === 'true' || beep === 'onEnter') this.#everybodyHears({ kind: 'tone', text: 'beep' });
    this.#guests.push(guest);
    this.report.send('join', this.conference, guest.record);
    if (this.conference.status === 'in-progress') this.#connect(guest);
    else this.#startIfReady();
    return guest;
  }

  leave(guest: Guest): void {
    if (!this.#guests.includes(guest)) return;
    this.#guests = this.#guests.filter((other) => other !== guest);
    guest.dismiss();
    const { beep, endConferenceOnExit, leg } = guest.attendance;
    this.ports.conferences.dismiss(this.conference, leg.sid);
    this.report.send('leave', this.conference, guest.record);
    if (endConferenceOnExit) this.end('participant-with-end-conference-on-exit-left', leg);
    else if (this.#guests.length === 0) this.end('last-participant-left', leg);
    else if (this.conference.status !== 'completed' && (beep === 'true' || beep === 'onExit'))
      this.#everybodyHears({ kind: 'tone', text: 'beep' });
  }

  /** Everybody leaves, once; their calls go on with what comes after the conference. */
  end(reasonEnded: Exclude<Conference['reasonEnded'], null>, by?: Leg): void {
    if (this.conference.status === 'completed') return;
    this.ports.conferences.update(this.conference, {
      status: 'completed',
      reasonEnded,
      callSidEnding: by?.sid ?? null,
    });
    for (const guest of this.#guests) this.leave(guest);
    this.report.send('end', this.conference);
  }

  /** Lets everybody hear something, in the midst of their conversation. */
  announce(heard: Heard): void {
    this.#everybodyHears(heard);
  }

  /** "Conferences will not start until at least two participants join", and one of them must be let to start it. */
  #startIfReady(): void {
    const mayStart = this.#guests.some(({ attendance }) => attendance.startConferenceOnEnter);
    if (!mayStart || this.#guests.length < 2) return;
    this.ports.conferences.update(this.conference, { status: 'in-progress' });
    this.report.send('start', this.conference);
    for (const [index, guest] of this.#guests.entries()) {
      for (const other of this.#guests.slice(0, index)) join(guest, other);
    }
  }

  #connect(guest: Guest): void {
    for (const other of this.#guests) if (other !== guest) join(guest, other);
  }

  #everybodyHears(heard: Heard): void {
    for (const { leg } of this.#guests) leg.hear(heard);
  }
}

function join(guest: Guest, other: Guest): void {
  const separate = guest.leg.audio.connect(other.leg.audio);
  for (const each of [guest, other]) each.releases.push(separate);
}
