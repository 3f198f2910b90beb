import { request } from 'node:http';

export type Reply = { status: number; cookies: string[]; text: string };

export type Asking = {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  /** The device hangs up after so long, whatever has happened by then. */
  hangUpAfterMs?: number;
};

/** Longer than anything our server does, so that only a dead one is given up. */
const TIMEOUT_MS = 45_000;

/** No answer came: the server is not there, it died, or the device hung up. */
export class LostAnswer extends Error {
  override name = 'LostAnswer';
  constructor(
    cause: unknown,
    /** Nobody listened, so that nothing can have happened. */
    readonly isRefused: boolean,
  ) {
    super('No answer came.', { cause });
  }
}

/** One request to a server on loopback by its host name. @throws LostAnswer */
export function send(url: string, { method, headers, body, hangUpAfterMs }: Asking): Promise<Reply> {
  const { host, port, pathname, search } = new URL(url);
  const options = { host: '127.0.0.1', port, path: pathname + search, method, headers: { host, ...headers } };
  return new Promise((resolve, reject) => {
    const lost = (cause: unknown) => {
      const code = cause instanceof Error && 'code' in cause ? cause.code : null;
      reject(new LostAnswer(cause, code === 'ECONNREFUSED'));
    };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', lost);
      response.on('aborted', () => lost(new Error('cut off')));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, cookies: response.headers['set-cookie'] ?? [], text });
      });
    });
    sent.on('error', lost);
    const timer = setTimeout(() => sent.destroy(new Error('hung up')), hangUpAfterMs ?? TIMEOUT_MS);
    sent.on('close', () => clearTimeout(timer));
    sent.end(body);
  });
}
