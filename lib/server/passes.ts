import 'server-only';
import type { PassDetail, PassDto } from '@/lib/contract/passes';
import type { Module } from '@/lib/domain/module';
import { listBookings, listBookingsOfPass } from '@/lib/store/bookings';
import { findPass, listPasses as listPassRows, type PassRow } from '@/lib/store/passes';
import { inParallel } from './bounded';
import { type Caller, ownerOf, requireSession } from './caller';
import { type PassContext, passDetail, passDto } from './dto/pass';
import { AppError } from './errors';
import { heardHistory } from './heard-orders';
import { freshPass } from './pass-news';
import { runtime } from './runtime';
import { settledPass } from './settle-pass';

export type PassScope = { passId: string; module: Module; resourceIds: readonly string[] };

/** Questions to the vendor at a time, for one traveller. */
const WIDTH = 4;

/** The traveller's passes, newest first. Those the vendor refused were never passes. */
export async function listPasses(caller: Caller): Promise<{ passes: PassDto[] }> {
  const owner = ownerOf(requireSession(caller));
  const { store, clock } = await runtime();
  const bookings = await listBookings(store.db, owner);
  const rows = (await listPassRows(store.db, owner)).filter((row) => row.state !== 'refused');
  const fresh = await inParallel(rows, WIDTH, (row) => currentPass(caller, row, bookings));
  const shown = fresh.filter((row) => row.state !== 'refused');
  return { passes: shown.map((row) => passDto(row, bookings, clock())) };
}

/**
 * One pass with its code; `place` is where it is to be used, when that is known.
 * @throws AppError `not_found`, also for somebody else's
 */
export async function getPass(caller: Caller, passId: string, place?: PassContext['place']): Promise<PassDetail> {
  const { store, clock } = await runtime();
  const row = await ownPass(caller, passId);
  const bookings = await listBookingsOfPass(store.db, passId);
  const [current, history] = await Promise.all([
    currentPass(caller, row, bookings),
    heardHistory(caller, row, bookings),
  ]);
  return passDetail(current, bookings, clock(), { history, ...(place && { place }) });
}

/** Where a pass of the traveller's works, as last known; null for one that is not theirs, or was never issued. */
export async function scopeOfPass(caller: Caller, passId: string): Promise<PassScope | null> {
  const { store } = await runtime();
  const row = await findPass(store.db, ownerOf(requireSession(caller)), passId);
  return row?.vendor ? { passId, module: row.vendor.module, resourceIds: row.vendor.resourceIds } : null;
}

/** The code to encode now. @throws AppError `not_found`; `not_entitled` when the pass cannot be used */
export async function getPassCode(
  caller: Caller,
  passId: string,
): Promise<{ code: string; validUntil: string | null }> {
  const { code } = await getPass(caller, passId);
  if (code === null) throw new AppError('not_entitled', { fields: { passId: 'pass_not_usable' } });
  // An E-pass is always shown by its id, which does not change; dynamic codes are a membership's.
  return { code, validUntil: null };
}

/** The row of a pass of the traveller's that the vendor has not refused. @throws AppError `not_found` */
export async function ownPass(caller: Caller, passId: string): Promise<PassRow> {
  const owner = ownerOf(requireSession(caller));
  const { store } = await runtime();
  const row = await findPass(store.db, owner, passId);
  if (!row || row.state === 'refused') throw new AppError('not_found');
  return row;
}

function currentPass(caller: Caller, row: PassRow, bookings: Parameters<typeof freshPass>[2]): Promise<PassRow> {
  return row.state === 'requested' ? settledPass(caller.brand, row) : freshPass(caller.brand, row, bookings);
}
