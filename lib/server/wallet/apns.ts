import 'server-only';
import { type ClientHttp2Session, connect, constants } from 'node:http2';
import { z } from 'zod';
import type { AppleKeys } from '@/lib/brand/wallet-keys';
import { inParallel } from '../bounded';
import { logger } from '../log';
import { oncePerProcess } from '../process-state';

/** Apple has the push, does not know the device any more, or could not be told just now. */
export type PushOutcome = 'taken' | 'gone' | 'later';

/** Where pushes go. `ca` (PEM) only where a test stands in for Apple. */
export type PushServer = { origin: string; ca?: string; timeoutMs: number };

export const PUSH_SERVER = 'apple-push-server';

/** Passes are pushed by the production server only, whatever the certificate is used for. */
const APPLE: PushServer = { origin: 'https://api.push.apple.com', timeoutMs: 15_000 };
/** Streams at a time over the one connection. */
const WIDTH = 50;
const MOST_BODY_BYTES = 4_096;

/** Reasons that will not go away for this token [Apple, "Handling notification responses from APNs"]. */
const GONE_REASONS = ['BadDeviceToken', 'DeviceTokenNotForTopic', 'Unregistered'];

const refusalSchema = z.object({ reason: z.string().max(100) });

/**
 * Tells devices that passes of this type have changed: an empty push, under the certificate that signs the passes. Over one
 * connection, within the server's `timeoutMs` in all. Never throws; what did not get through is `later`.
 */
export async function pushAll(keys: AppleKeys, tokens: readonly string[]): Promise<Map<string, PushOutcome>> {
  const unique = [...new Set(tokens)];
  const { origin, ca, timeoutMs } = oncePerProcess<PushServer>(PUSH_SERVER, () => APPLE);
  const session = connect(origin, {
    cert: `${keys.certificate}\n${keys.wwdrCertificate}`,
    key: keys.privateKey,
    ...(ca !== undefined && { ca }),
  });
  // Whatever ends the connection also ends the pushes that wait for it.
  session.on('error', (error) => logger().warn({ err: error }, 'Apple’s push server not reached'));
  const timer = setTimeout(() => session.destroy(), timeoutMs);
  try {
    const outcomes = await inParallel(unique, WIDTH, (token) => push(session, keys.passTypeIdentifier, token));
    return new Map(unique.map((token, index) => [token, outcomes[index] ?? 'later']));
  } finally {
    clearTimeout(timer);
    session.destroy();
  }
}

async function push(session: ClientHttp2Session, topic: string, token: string): Promise<PushOutcome> {
  if (session.destroyed || session.closed) return 'later';
  try {
    const { status, body } = await post(session, topic, token);
    return outcomeOf(status, body);
  } catch {
    // Why is logged once for the connection: an error of a stream might name the token.
    return 'later';
  }
}

function post(session: ClientHttp2Session, topic: string, token: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const stream = session.request({
      [constants.HTTP2_HEADER_METHOD]: 'POST',
      [constants.HTTP2_HEADER_PATH]: `/3/device/${encodeURIComponent(token)}`,
      'apns-topic': topic,
    });
    let status = 0;
    let body = '';
    stream.setEncoding('utf8');
    stream.on('response', (headers) => {
      status = Number(headers[constants.HTTP2_HEADER_STATUS] ?? 0);
    });
    stream.on('data', (part: string) => {
      if (body.length < MOST_BODY_BYTES) body += part;
    });
    stream.on('error', reject);
    stream.on('close', () => (status > 0 ? resolve({ status, body }) : reject(new Error('no answer'))));
    stream.end('{}');
  });
}

function outcomeOf(status: number, body: string): PushOutcome {
  if (status === 200) return 'taken';
  const reason = reasonOf(body);
  if (status === 410 || (status === 400 && reason !== null && GONE_REASONS.includes(reason))) return 'gone';
  logger().warn({ status, reason }, 'push refused');
  return 'later';
}

function reasonOf(body: string): string | null {
  try {
    return refusalSchema.safeParse(JSON.parse(body)).data?.reason ?? null;
  } catch {
    return null;
  }
}
