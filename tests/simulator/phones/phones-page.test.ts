import { createServer, type Server } from 'node:http';
import express from 'express';
import { type PhonesConfig, phonesPage } from '../../../simulator/phones';
import { close, listen } from '../../../simulator/server';

describe('the handsets page over HTTP', () => {
  let server: Server;
  let url: string;
  let tickets = 0;
  const config = (): PhonesConfig => {
    tickets += 1;
    const user = { id: 'u', name: { ja: 'n', en: 'n' }, phone: '+819012345678', ticket: `ticket-${tickets}` };
    return { functionsUrl: 'http://127.0.0.1:1', canText: true, users: [user, user] };
  };

  beforeAll(async () => {
    server = createServer(express().use('/phones', await phonesPage({ config })));
    url = await listen(server, 0);
  });
  afterAll(() => close(server));

  it.each([
    ['', 'text/html', '<base href="/phones/">'],
    ['/', 'text/html', 'main.js'],
    ['/main.js', 'text/javascript', 'tel-button'],
    ['/page.css', 'text/css', '.phone'],
  ])('serves /phones%s', async (path, type, content) => {
    const response = await fetch(`${url}/phones${path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining(type),
    ]);
    expect(await response.text()).toContain(content);
  });

  it('gives fresh tickets at each load, never from a cache', async () => {
    const load = async () => {
      const response = await fetch(`${url}/phones/config.json`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const { users } = (await response.json()) as PhonesConfig;
      return users[0].ticket;
    };
    expect(await load()).not.toBe(await load());
  });

  it.each(['/main.ts', '/..%2Findex.ts', '/nothing'])('has no %s', async (path) => {
    expect((await fetch(`${url}/phones${path}`)).status).toBe(404);
  });
});
