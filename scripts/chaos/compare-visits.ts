import type { OrderRecord } from '../../lib/sandbox/state/records';
import type { Records } from './records';

const CANCELLED = 3;
const USED = 2;

/** Visits that a pass has are those it was given, less those that open bookings hold, less those that were made. */
export function visitsLostOrGained({ vendorPasses, orders, passes, shown }: Records): string[] {
  const ofPass = new Map<string, OrderRecord[]>();
  for (const order of orders) {
    const key = order.ePassId ?? '';
    ofPass.set(key, [...(ofPass.get(key) ?? []), order]);
  }
  const vendorPassOf = new Map(vendorPasses.map((pass) => [pass.ePassId, pass]));
  const stored = new Map(passes.map(({ id, ePassId }) => [id, ePassId ?? '']));
  const shownPasses = shown.flatMap((one) => one.passes);
  const found: string[] = [];
  if (shownPasses.length !== vendorPasses.length) {
    found.push(`${vendorPasses.length} passes at the vendor's, ${shownPasses.length} on the pages`);
  }
  for (const { passId, visits } of shownPasses) {
    const ePassId = stored.get(passId) ?? '';
    const pass = vendorPassOf.get(ePassId);
    const standing = (ofPass.get(ePassId) ?? []).filter(({ status }) => status !== CANCELLED);
    const sum = (of: readonly OrderRecord[]) => of.reduce((total, { usedUsages }) => total + usedUsages, 0);
    const used = sum(standing.filter(({ status }) => status === USED));
    const reserved = sum(standing) - used;
    const total = pass?.availableUsages ?? 0;
    const wanted = `total ${total}, used ${used}, reserved ${reserved}, left ${total - used - reserved}`;
    const is = `total ${visits.total}, used ${visits.used}, reserved ${visits.reserved}, left ${visits.left}`;
    if (is !== wanted) found.push(`${passId}: ${is}; by the vendor's orders ${wanted}`);
    if (pass?.usedUsages !== used + reserved)
      found.push(`${passId}: the vendor counts ${pass?.usedUsages} visits as taken`);
  }
  return found;
}
