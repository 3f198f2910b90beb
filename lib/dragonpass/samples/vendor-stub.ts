import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDragonPassClient, type DragonPassClient, type DragonPassClientOptions } from '../client';
import type { DragonPassEvent } from '../events';

export const PROGRAM_ID = '1888000000000001';
export const NOW_MS = Date.parse('2026-11-22T12:00:00Z');

export type Received = {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: unknown;
};

/** What a test answers with; `index` counts the calls of that path from 0. The token call answers by itself. */
export type Reply = (response: ServerResponse, received: Received, index: number) => void;

export type VendorStub = {
  client(changes?: Partial<DragonPassClientOptions>): DragonPassClient;
  received: Received[];
  /** Those that are not token calls. */
  calls(): Received[];
  tokenCalls(): number;
  events: DragonPassEvent[];
  /** Waits between attempts, as asked for. */
  slept: number[];
  url: string;
  close(): Promise<void>;
};

export function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

export const ok = (response: ServerResponse, data: unknown) => json(response, 200, { code: 0, data });

/** A vendor on a real socket that says whatever the test wants, with a client that waits for nothing. */
export async function startVendorStub(reply: Reply, tokenReply?: Reply): Promise<VendorStub> {
  const received: Received[] = [];
  const events: DragonPassEvent[] = [];
  const slept: number[] = [];
  const isToken = (call: Received) => call.url.endsWith('/auth/token');
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { method = '', url = '', headers } = request;
      const call = { method, url, headers, body: text === '' ? null : JSON.parse(text) };
      const index = received.filter((other) => other.url === url).length;
      received.push(call);
      if (!isToken(call)) return reply(response, call, index);
      if (tokenReply) return tokenReply(response, call, index);
      ok(response, { token: `token-${index + 1}` });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  return {
    url,
    received,
    events,
    slept,
    calls: () => received.filter((call) => !isToken(call)),
    tokenCalls: () => received.filter(isToken).length,
    client: (changes = {}) =>
      createDragonPassClient({
        baseUrl: url,
        version: 'v1',
        programId: PROGRAM_ID,
        auth: { kind: 'token-api', clientId: 'DragonPass', clientSecret: 'dpSecretKey12345' },
        clock: () => NOW_MS,
        sleep: async (ms) => void slept.push(ms),
        random: () => 0.5,
        timeoutMs: 2_000,
        log: (event) => events.push(event),
        ...changes,
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
