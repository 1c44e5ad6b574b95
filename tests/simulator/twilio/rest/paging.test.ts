import { json, type RunningSimulator, startSimulator } from '../support';

let running: RunningSimulator;
let serviceSid: string;
beforeAll(async () => {
  running = await startSimulator({ rateLimit: false });
  const { proxy, calls } = running.simulator;
  serviceSid = (await running.client.proxy.v1.services.create({ uniqueName: 'marketplace' })).sid;
  for (let index = 0; index < 230; index++) {
    proxy.createSession(serviceSid, { uniqueName: `order-${index}` });
    calls.create({ from: '+819011112222', to: '+815031110001', direction: 'inbound' });
  }
});
afterAll(() => running.stop());

interface SessionPage {
  sessions: object[];
  meta: { page: number; page_size: number; next_page_url: string; previous_page_url: string };
}

interface CallPage {
  calls: object[];
  first_page_uri: string;
  next_page_uri: string;
}

const page = async (query: string) =>
  json<SessionPage>(await running.call(`/proxy.twilio.com/v1/Services/${serviceSid}/Sessions${query}`));

describe('a list of Proxy', () => {
  it('has 50 records a page by default and at most 100', async () => {
    expect((await page('')).sessions).toHaveLength(50);
    const large = await page('?PageSize=1000');
    expect([large.sessions.length, large.meta.page_size]).toEqual([100, 100]);
  });

  it("links to its neighbours as Twilio's description shows it", async () => {
    const first = await page('?PageSize=100');
    const base = `https://proxy.twilio.com/v1/Services/${serviceSid}/Sessions?PageSize=100`;
    expect(first.meta).toMatchObject({
      page: 0,
      page_size: 100,
      key: 'sessions',
      first_page_url: `${base}&Page=0`,
      url: `${base}&Page=0`,
      previous_page_url: null,
    });
    const second = await page(new URL(first.meta.next_page_url).search);
    expect(second.meta).toMatchObject({ page: 1, first_page_url: `${base}&Page=0` });
    const back = await page(new URL(second.meta.previous_page_url).search);
    expect(back.sessions).toEqual(first.sessions);
  });

  it("is walked to its end by Twilio's client", async () => {
    const sessions = await running.client.proxy.v1.services(serviceSid).sessions.list({ pageSize: 100 });
    expect(new Set(sessions.map(({ uniqueName }) => uniqueName)).size).toBe(230);
  });

  it.each(['?PageSize=0', '?PageSize=1001', '?PageSize=x', '?PageToken=guess'])(
    'refuses %s',
    async (query) => {
      expect(await page(query)).toMatchObject({ status: 400, code: 20001 });
    },
  );
});

describe('a list of api.twilio.com', () => {
  it('has its links beside the records, relative, and up to 1000 records', async () => {
    const path = `/2010-04-01/Accounts/${running.simulator.accountSid}/Calls.json`;
    const first = await json<CallPage>(await running.call(`/api.twilio.com${path}?PageSize=200`));
    expect(first).toMatchObject({ page: 0, page_size: 200, start: 0, end: 199, previous_page_uri: null });
    expect(first.first_page_uri).toBe(`${path}?PageSize=200&Page=0`);
    const second = await json<CallPage>(await running.call(`/api.twilio.com${first.next_page_uri}`));
    expect(second).toMatchObject({ page: 1, start: 200, end: 229, next_page_uri: null });
    expect(second.calls).toHaveLength(30);
  });

  it("is walked to its end by Twilio's client", async () => {
    expect(await running.client.calls.list({ pageSize: 100 })).toHaveLength(230);
  });
});
