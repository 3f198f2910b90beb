import 'server-only';
import type { Clock } from '@/lib/domain/clock';

/** A vendor that names what changed is asked so often: one call, and news is on the page before the next traveller lands. */
const CHANGES_EVERY_MS = 15 * 60_000;
/** One that lists all places in a few dozen calls. */
const LIST_EVERY_MS = 3_600_000;
/** One that has to be asked hub by hub: hundreds of calls. */
const HUBS_EVERY_MS = 6 * 3_600_000;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 30 * 60_000;
/** Another process is reading: what it saves is looked for this often. */
const BUSY_MS = 5_000;
/** Servers that started together drift apart by up to a tenth. */
const JITTER = 0.1;
/** How often a timer looks at the clock, which may have been moved. */
const LOOK_EVERY_MS = 30_000;

/** How a sync ended: what it will cost next time decides when that is. */
export type Outcome = 'changes-known' | 'one-list' | 'hub-by-hub' | 'busy' | 'failed';
/** Runs `work` after `delayMs`, unless the function it gives is called. */
export type Schedule = (work: () => void, delayMs: number) => () => void;

/**
 * Reads again and again, sooner after a failure, until stopped. `next` reads now and resolves once that has ended; `later`
 * plans the next reading as after one that ended so.
 */
export function repeatedly(read: () => Promise<Outcome>, schedule: Schedule) {
  let failures = 0;
  let isStopped = false;
  let cancelNext: () => void = () => undefined;
  function later(outcome: Outcome): void {
    failures = outcome === 'failed' ? failures + 1 : 0;
    if (!isStopped) cancelNext = schedule(() => void next(), nextDelayMs(outcome, failures));
  }
  async function next(): Promise<void> {
    later(await read());
  }
  return {
    next,
    later,
    stop: () => {
      isStopped = true;
      cancelNext();
    },
  };
}

/** Milliseconds until the catalogue is read again: by what that costs after a success, soon and then later after failures. */
export function nextDelayMs(outcome: Outcome, failures: number, random: () => number = Math.random): number {
  const delayMs = {
    'changes-known': CHANGES_EVERY_MS,
    'one-list': LIST_EVERY_MS,
    'hub-by-hub': HUBS_EVERY_MS,
    busy: BUSY_MS,
    failed: Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1), LAST_RETRY_MS),
  }[outcome];
  return Math.round(delayMs * (1 + JITTER * (2 * random() - 1)));
}

/**
 * A timer that is due when so much time has passed, or when the clock says so: after a sleep of the machine, and when a
 * sandbox's clock is put forward. A clock that is put back delays nothing.
 */
export function onClock(clock: Clock): Schedule {
  return (work, delayMs) => {
    const dueMs = clock() + delayMs;
    const endMs = performance.now() + delayMs;
    let timer: NodeJS.Timeout;
    const look = () => {
      const leftMs = Math.min(endMs - performance.now(), dueMs - clock());
      if (leftMs <= 0) return work();
      timer = setTimeout(look, Math.min(leftMs, LOOK_EVERY_MS));
      timer.unref();
    };
    timer = setTimeout(look, Math.min(delayMs, LOOK_EVERY_MS));
    timer.unref();
    return () => clearTimeout(timer);
  };
}
