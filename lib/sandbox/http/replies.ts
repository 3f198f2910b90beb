import { createHash } from 'node:crypto';
import type { Change, ReplyRecord } from '../state/records';
import { put, type World } from '../world';
import type { Answer } from './messages';
import { Refusal } from './refusal';

/** How long a request id is remembered [inferred]. */
const KEPT_MS = 24 * 3_600_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Keys in order, so that two spellings of the same JSON are the same request. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

export function checkRequestId(requestId: string | undefined): string {
  if (!requestId || !UUID.test(requestId)) throw new Refusal('malformed', 'X-Request-ID: a UUID is required on writes');
  return requestId.toLowerCase();
}

export interface Once {
  /** The answer given before, to be given again. */
  readonly earlier: Answer | null;
  /** What to commit with the first answer, so that it can be given again. */
  readonly keep: (answer: Answer) => Change[];
}

/** The same request id with the same request gets the first answer again; with another request it is refused [inferred]. */
export function onlyOnce(world: World, programId: string, requestId: string, route: string, body: unknown): Once {
  const key = `${programId}|${requestId}`;
  const fingerprint = createHash('sha256')
    .update(`${route}\n${JSON.stringify(canonical(body))}`)
    .digest('hex');
  const nowMs = world.nowMs();
  const replies = world.journal.all('replies');
  const known = replies.get(key);
  if (known && known.keptUntilMs > nowMs) {
    if (known.fingerprint !== fingerprint) {
      throw new Refusal('request-id-reused', 'X-Request-ID was used for another request.');
    }
    return { earlier: { status: known.status, body: known.body }, keep: () => [] };
  }
  return {
    earlier: null,
    keep: (answer) => {
      const old = [...replies.values()].filter((reply) => reply.keptUntilMs <= nowMs).slice(0, 50);
      const reply: ReplyRecord = {
        key,
        fingerprint,
        status: answer.status,
        body: answer.body,
        keptUntilMs: nowMs + KEPT_MS,
      };
      return [...old.map((gone) => put('replies', gone.key, null)), put('replies', key, reply)];
    },
  };
}
