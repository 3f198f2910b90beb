import { setTimeout as pause } from 'node:timers/promises';
import type { OrderRecord, PassRecord } from '../../lib/sandbox/state/records';
import type { Deployment } from './deployment';
import { countUnsettled, readShown, type Shown } from './records';
import type { Traveller } from './traveller';

/** Longer than any hold, what may come late, and the longest pause between two looks of the runner. */
const AHEAD_MS = 12 * 60_000;
const LOOK_EVERY_MS = 500;

/**
 * Lets the holds end and waits until what is open is settled: on PostgreSQL by the servers themselves, without anybody who
 * opens a page; on the embedded database, which only its server can read, while people look. Then reads every page until it
 * tells what the vendor has. Gives up each after `boundMs`: what then differs is found by the comparison.
 */
export async function settle(
  deployment: Deployment,
  travellers: readonly Traveller[],
  boundMs: number,
): Promise<{ shown: Shown[]; seconds: number }> {
  const { store, control } = deployment;
  const startMs = performance.now();
  await deployment.advance(AHEAD_MS);
  if ('databaseUrl' in store) {
    const endMs = startMs + boundMs;
    while ((await countUnsettled(store.databaseUrl)) > 0 && performance.now() < endMs) await pause(LOOK_EVERY_MS);
  }
  const seconds = () => Math.round((performance.now() - startMs) / 1000);
  const settledIn = seconds();
  const endMs = performance.now() + boundMs;
  let shown: Shown[] | null = null;
  for (;;) {
    shown = (await readShown(travellers)) ?? shown;
    const isQuiet = shown !== null && tells(shown, await control.orders(), await control.passes());
    if (shown && (isQuiet || performance.now() > endMs)) break;
    if (performance.now() > endMs) throw new Error('The pages cannot be read.');
    await pause(LOOK_EVERY_MS);
  }
  return { shown, seconds: 'databaseUrl' in store ? settledIn : seconds() };
}

/** Whether nothing is open, and the pages come to as many bookings and visits as the vendor's records. */
function tells(shown: readonly Shown[], orders: readonly OrderRecord[], passes: readonly PassRecord[]): boolean {
  const bookings = shown.flatMap((one) => one.bookings);
  const isOpen = bookings.some(
    ({ status, isCancelling, change, replaces }) =>
      status === 'checking' || isCancelling || (change === 'waiting' && replaces !== null && status !== 'pending'),
  );
  const count = (status: string) => bookings.filter((booking) => booking.status === status).length;
  const prebooked = (status: number) =>
    orders.filter((order) => order.category === 2 && order.status === status).length;
  const isAlike = (['pending', 'confirmed', 'used'] as const).every((status, at) => count(status) === prebooked(at));
  const left = shown.flatMap((one) => one.passes).reduce((sum, { visits }) => sum + visits.left, 0);
  const has = passes.reduce((sum, { availableUsages, usedUsages }) => sum + availableUsages - usedUsages, 0);
  return !isOpen && isAlike && left === has;
}
