const REFRESH_MS = 6 * 3_600_000;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 30 * 60_000;
/** Another process is reading: what it saves is looked for this often. */
const BUSY_MS = 5_000;
/** Servers that started together drift apart by up to a tenth. */
const JITTER = 0.1;

/** Milliseconds until the catalogue is read again: six hours after a success, soon and then later after failures. */
export function nextDelayMs(
  outcome: 'done' | 'busy' | 'failed',
  failures: number,
  random: () => number = Math.random,
): number {
  const retryMs = Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1), LAST_RETRY_MS);
  const delayMs = { done: REFRESH_MS, busy: BUSY_MS, failed: retryMs }[outcome];
  return Math.round(delayMs * (1 + JITTER * (2 * random() - 1)));
}
