import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './refusal';

const MAX_BODY_BYTES = 256 * 1024;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole body as JSON; undefined when there is none. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Refusal('malformed', 'body: too large');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Refusal('malformed', 'body: not JSON');
    throw cause;
  }
}

export function refusalAnswer(error: unknown): Answer {
  if (error instanceof Refusal) {
    return { status: error.status, body: { code: error.code, message: error.message, data: null } };
  }
  return { status: 500, body: { code: 50000, message: 'Internal error.', data: null } };
}

/** The sandbox gateway lets any page call it [3p]; a client's secret still belongs on a server. */
export const GATEWAY_HEADERS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' } as const;

export function sendJson(response: ServerResponse, answer: Answer): void {
  const text = JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}
