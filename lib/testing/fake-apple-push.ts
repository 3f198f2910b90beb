import { createSecureServer, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { forgetForProcess, setForProcess } from '@/lib/server/process-state';
import { PUSH_SERVER, type PushServer } from '@/lib/server/wallet/apns';
import { serverIdentity } from './wallet-authority';

/** A push as it arrived; `client` is the subject of the certificate it came under. */
export type Push = { token: string; topic: string; body: string; client: string };

/** Apple's push server as far as we use it, on this machine, over HTTP/2 and TLS. */
export type FakeApplePush = {
  pushes: Push[];
  connections: number;
  /** How the next pushes are answered; 200 unless told. `never` leaves them without an answer. */
  answer(how: { status: number; reason?: string } | 'never'): void;
  reset(): void;
  close(): Promise<void>;
};

/** Takes the place of Apple's server in this process. `authority` is what signed the certificates it lets in. */
export async function fakeApplePush(authority: string): Promise<FakeApplePush> {
  const identity = await serverIdentity();
  const { certificate: cert, privateKey: key } = identity;
  const server = createSecureServer({ cert, key, ca: authority, requestCert: true, rejectUnauthorized: true });
  const sessions = new Set<Http2Session>();
  let answer: { status: number; reason?: string } | 'never' = { status: 200 };
  const fake: FakeApplePush = {
    pushes: [],
    connections: 0,
    answer: (how) => {
      answer = how;
    },
    reset: () => {
      answer = { status: 200 };
      fake.pushes.length = 0;
      fake.connections = 0;
    },
    close: () =>
      new Promise((resolve) => {
        forgetForProcess(PUSH_SERVER);
        server.close(() => resolve());
        for (const session of sessions) session.destroy();
      }),
  };
  server.on('session', (session) => {
    fake.connections += 1;
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  server.on('stream', (stream: ServerHttp2Stream, headers) => {
    let body = '';
    stream.setEncoding('utf8');
    stream.on('data', (part: string) => {
      body += part;
    });
    stream.on('end', () => {
      const token = String(headers[':path']).replace('/3/device/', '');
      const socket = stream.session?.socket;
      const client = socket instanceof TLSSocket ? String(socket.getPeerCertificate().subject.CN) : '';
      fake.pushes.push({ token, topic: String(headers['apns-topic']), body, client });
      if (answer === 'never') return;
      stream.respond({ ':status': answer.status });
      stream.end(answer.reason === undefined ? '' : JSON.stringify({ reason: answer.reason }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  setForProcess<PushServer>(PUSH_SERVER, { origin: `https://localhost:${port}`, ca: cert, timeoutMs: 2_000 });
  return fake;
}
