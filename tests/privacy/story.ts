import { talk } from '../../scripts/demo/phones';
import { sealTicket } from '../../scripts/ticket/seal';
import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { E164 } from '../../simulator/twilio/model';
import { quotingFaults } from './quoting-faults';
import type { RecordedSystem } from './recorded-system';
import type { Secrets } from './scanner';

const buyer = { id: 'buyer-1', phone: '090-4821-7365', number: '+819048217365' } as const;
const seller = { id: 'seller-1', phone: '０８０－５９３７－１６２８', number: '+818059371628' } as const;
const other = { id: 'seller-2', phone: '+81 70 6142 8395', number: '+817061428395' } as const;
const friend = '+817035928164' as const;
const [greeting, rejected, screened] = [
  '駅の改札で青い傘を持って待っています',
  '直接このケータイまで 090-4821-7365',
  '割引しますので LINE の saburo_kita までどうぞ',
] as const;

/** What a whole life of the service holds that nobody may learn. */
export class Story {
  readonly #tickets: string[] = [];
  readonly #pins: string[] = [];

  constructor(private readonly system: RecordedSystem) {}

  get secrets(): Secrets {
    const { keys, simulator } = this.system;
    const { TICKET_KEYS, API_KEYS, DATA_KEYS, LOOKUP_KEY } = keys.variables;
    const bodies = [TICKET_KEYS, API_KEYS, DATA_KEYS].map((entry) => entry.split(':')[1] ?? entry);
    const tokens = [simulator.authToken, simulator.upstashToken, keys.apiKey, LOOKUP_KEY];
    const texts = [greeting, rejected, screened, ...bodies, ...tokens, ...this.#tickets];
    return { numbers: [buyer.number, seller.number, other.number, friend], texts };
  }

  /** Six digits each: known to Redis and to whom they were given, and to no log. */
  get pins(): readonly string[] {
    return this.#pins;
  }

  async play(): Promise<void> {
    const tel = await this.connects();
    await this.calls(tel);
    await this.texts(tel);
    await this.system.readStore();
    await this.strangers(tel);
    await this.refusals();
    await this.reports();
    await this.faults();
    await this.system.readStore();
    await this.ends();
    await this.system.readStore();
  }

  private async connects(): Promise<string> {
    const first = await this.post('/connect', { bearer: await this.ticket() });
    const pair = { userId: buyer.id, from: buyer.phone, peerId: seller.id, to: seller.phone };
    await this.post('/connect', { bearer: this.system.keys.apiKey, json: pair });
    await this.post('/connect', { bearer: this.system.keys.apiKey, form: pair });
    await this.post('/connect', { bearer: await this.ticket(seller, buyer) });
    await this.post('/sessions', { bearer: await this.ticket() });
    const { data } = JSON.parse(first) as { data: { tel: string; pin: string } };
    this.#pins.push(data.pin);
    return data.tel;
  }

  private async calls(tel: string): Promise<void> {
    await talk(this.phone(buyer.number), this.phone(seller.number), tel);
  }

  private async texts(tel: string): Promise<void> {
    const seen = this.phone(seller.number).waitFor(({ texts }) =>
      texts.some(({ body }) => body === greeting),
    );
    this.phone(buyer.number).text(tel, greeting);
    await seen;
    this.phone(buyer.number).text(tel, rejected);
    await this.logged('text_rejected');
    for (const json of [{ text: screened }, { texts: [greeting, rejected] }])
      await this.post('/screen', { bearer: this.system.keys.apiKey, json });
  }

  /** Withheld with a wrong and the right PIN, and from a phone that nobody knows, in a call and in a text. */
  private async strangers(tel: string): Promise<void> {
    const pin = this.#pins[0] ?? '';
    const caller = this.phone(buyer.number);
    const before = this.phone(buyer.number).state().heard.length;
    caller.call(tel, { withhold: true });
    await caller.waitFor(({ heard }) => heard.length > before);
    caller.press(pin === '000000' ? '000001' : '000000');
    await caller.waitFor(({ heard }) => heard.length > before + 1);
    caller.press(pin);
    await this.phone(seller.number).waitFor(({ status }) => status === 'ringing');
    this.phone(seller.number).decline();
    await caller.waitFor(({ status }) => status === 'idle');
    this.phone(friend).text(tel, greeting);
    this.phone(friend).call(tel);
    await this.phone(friend).waitFor(({ heard }) => heard.length > 0);
    this.phone(friend).hangUp();
  }

  private async refusals(): Promise<void> {
    const { apiKey } = this.system.keys;
    const ticket = await this.ticket();
    for (const bearer of [
      `${ticket}x`,
      ticket.slice(0, -9),
      `${apiKey}1`,
      await this.ticket(buyer, seller, -60),
    ])
      await this.post('/connect', { bearer });
    const pair = { userId: buyer.id, from: buyer.phone, peerId: seller.id, to: seller.phone };
    for (const change of [
      { to: buyer.number },
      { to: `${seller.phone}00000` },
      { to: `call ${other.phone}` },
      { peerId: buyer.id },
      { [seller.number]: true },
      { note: ticket },
      { userId: { phone: buyer.number } },
      { request: { headers: { authorization: ticket } } },
    ])
      await this.post('/connect', { bearer: apiKey, json: { ...pair, ...change } });
    await this.post(`/connect?from=${encodeURIComponent(buyer.number)}&ticket=${ticket}`, { bearer: apiKey });
    await this.post('/connect', { bearer: apiKey, raw: `{"from":"${buyer.number}",` });
  }

  /** Both dependencies quote what they were sent. */
  private async faults(): Promise<void> {
    const quoted = `${seller.number} ${buyer.number} "${seller.phone}" ${other.number} ${greeting}`;
    for (const inflict of quotingFaults(this.system.simulator, quoted)) {
      const undo = inflict();
      await this.post('/connect', { bearer: await this.ticket(buyer, other) });
      await this.post('/health', {});
      undo();
    }
  }

  /** Words of a report are for operators alone: they alone are shown them. */
  private async reports(): Promise<void> {
    const { apiKey } = this.system.keys;
    await this.post('/blocks', { bearer: await this.ticket(), json: { action: 'add' } });
    await this.post('/blocks', { bearer: await this.ticket(), json: { action: 'remove' } });
    await this.post('/reports', {
      bearer: await this.ticket(seller, buyer),
      json: { reason: 'contact_details', text: rejected, block: true },
    });
    await this.post('/reports', {
      bearer: apiKey,
      json: { userId: buyer.id, text: `${seller.phone}${greeting}` },
    });
    for (const json of [{ action: 'list' }, { action: 'status' }, { action: 'deliver' }]) {
      await this.post('/ops/reports', { bearer: apiKey, json });
      await this.post('/ops/events', { bearer: apiKey, json });
    }
    for (const path of ['/ops/sessions', '/ops/calls', '/ops/pool'])
      await this.post(path, { bearer: apiKey });
    await this.post('/blocks', { bearer: await this.ticket(seller, buyer), json: { action: 'remove' } });
  }

  private async ends(): Promise<void> {
    for (const [user, peer] of [
      [buyer, seller],
      [seller, buyer],
    ] as const)
      await this.post('/cleanup', { bearer: await this.ticket(user, peer) });
    await this.post('/sessions', { bearer: await this.ticket() });
    await this.post('/ops/events', { bearer: this.system.keys.apiKey, json: { action: 'deliver' } });
  }

  private async ticket(
    user: { id: string; phone: string } = buyer,
    peer: { id: string; phone: string } = seller,
    lifetimeSeconds = 600,
  ): Promise<string> {
    const content = { user, peer, audience: 'tokumei', lifetimeSeconds };
    const ticket = await sealTicket(this.system.keys.ticketKey, content);
    this.#tickets.push(ticket);
    return ticket;
  }

  private phone(number: E164): Handset {
    return this.system.simulator.telephony.handset(number);
  }

  private async post(
    path: string,
    {
      bearer,
      json,
      form,
      raw,
    }: { bearer?: string; json?: object; form?: Record<string, string>; raw?: string },
  ): Promise<string> {
    const type = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
    const headers = { 'Content-Type': type, ...(bearer && { Authorization: `Bearer ${bearer}` }) };
    const body = raw ?? (form ? String(new URLSearchParams(form)) : JSON.stringify(json ?? {}));
    return (await fetch(this.system.url + path, { method: 'POST', headers, body })).text();
  }

  /** Resolves once this was written to the log. */
  private async logged(word: string): Promise<void> {
    while (!this.system.recordings().log.some((line) => line.includes(word)))
      await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
