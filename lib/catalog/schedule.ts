import 'server-only';

const REFRESH_MS = 6 * 3_600_000;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 30 * 60_000;
/** Another process is reading: what it saves is looked for this often. */
const BUSY_MS = 5_000;
/** Servers that started together drift apart by up to a tenth. */
const JITTER = 0.1;

export type Outcome = 'done' | 'busy' | 'failed';
/** Runs `work` after `delayMs`, unless the function it gives is called. */
export type Schedule = (work: () => void, delayMs: number) => () => void;

/** Reads again and again, sooner after a failure, until stopped. `next` reads now and resolves once that has ended. */
export function repeatedly(read: () => Promise<Outcome>, schedule: Schedule) {
  let failures = 0;
  let isStopped = false;
  let cancelNext: () => void = () => undefined;
  async function next(): Promise<void> {
    const outcome = await read();
    failures = outcome === 'failed' ? failures + 1 : 0;
    if (!isStopped) cancelNext = schedule(() => void next(), nextDelayMs(outcome, failures));
  }
  return {
    next,
    stop: () => {
      isStopped = true;
      cancelNext();
    },
  };
}

/** Milliseconds until the catalogue is read again: six hours after a success, soon and then later after failures. */
export function nextDelayMs(outcome: Outcome, failures: number, random: () => number = Math.random): number {
  const retryMs = Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1), LAST_RETRY_MS);
  const delayMs = { done: REFRESH_MS, busy: BUSY_MS, failed: retryMs }[outcome];
  return Math.round(delayMs * (1 + JITTER * (2 * random() - 1)));
}
