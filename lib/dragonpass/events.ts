import 'server-only';
import type { DragonPassErrorKind } from './errors';
import type { Operation } from './versions';

/** What this folder tells the log. Never a body, a pass, a voucher, a token, or a URL with an id in it. */
export type DragonPassEvent =
  | {
      event: 'call';
      operation: Operation;
      attempt: number;
      ms: number;
      status: number | null;
      result: 'ok' | DragonPassErrorKind;
      vendorCode: number | null;
      requestId: string;
    }
  | { event: 'breaker'; operation: Operation; state: 'open' | 'closed' }
  | { event: 'token-renewal-failed'; result: DragonPassErrorKind }
  | { event: 'unknown-value'; field: string; value: string }
  | { event: 'unreadable-rows'; operation: Operation; count: number; fields: string[] }
  | { event: 'list-cut'; operation: Operation; pages: number };

export type LogEvent = (event: DragonPassEvent) => void;

/** Reports a value of the vendor's that we have no word for. */
export type Notice = (field: string, value: unknown) => void;

const MOST_REMEMBERED = 500;
const MOST_CHARACTERS = 40;

/** Logs each unknown value once for as long as the process lives, and stops at a bound, whatever the vendor sends. */
export function noticeOnce(log: LogEvent): Notice {
  const seen = new Set<string>();
  return (field, value) => {
    const text = String(value).slice(0, MOST_CHARACTERS);
    const key = `${field} ${text}`;
    if (seen.has(key) || seen.size >= MOST_REMEMBERED) return;
    seen.add(key);
    log({ event: 'unknown-value', field, value: text });
  };
}
