import type { BrowserContext } from '@playwright/test';
import { postAs } from '../../e2e/fixtures/api';
import { makeBooking, makeHold, makePass } from '../../e2e/fixtures/records';
import type { App } from '../../e2e/fixtures/server';
import { bookingSchema } from '../../lib/contract/bookings';
import { SAMPLE_RESOURCES } from '../../lib/sandbox/catalog/pinned';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DETAILS = { email: 'ada@traveller.example', transportNumber: 'BA123' };

type Making = { context: BrowserContext; app: App; nowMs: number; ids: Record<string, string> };

/** A booking in every state that comes with time, or that a change leads to. Leaves the clock at `nowMs`. */
export async function makeBookingStates(making: Making): Promise<void> {
  const { context, app, nowMs, ids } = making;
  // A pass works from the moment it is got, and some of the bookings are made in the days before.
  await app.control.setClock({ now: new Date(nowMs - 4 * DAY_MS).toISOString() });
  const { passId: there } = await makePass(context, app, 'manchester-lounge');
  const { passId: anywhere } = await makePass(context, app, 'lounge-pair');
  const { passId: second } = await makePass(context, app, 'lounge-pair');
  await app.control.setClock({ now: new Date(nowMs).toISOString() });
  ids.toCancel = (await makeBooking(context, app, there, { daysAhead: 5 })).bookingId;
  ids.lastDay = (await makeBooking(context, app, there, { daysAhead: 1 })).bookingId;
  ids.never = (await makeBooking(context, app, second, { resourceId: SAMPLE_RESOURCES.neverCancellable })).bookingId;
  ids.unknownPolicy = (
    await makeBooking(context, app, second, { resourceId: SAMPLE_RESOURCES.missingPolicy })
  ).bookingId;
  await makeOver(making, there);
  await makeRefused(making, there);
  await makeChanged(making, there);
  await makePendingForLong(making, anywhere);
  await makeBothStand(making, there, anywhere);
  // Its visit is for the booking whose answer is lost.
  await makePass(context, app, 'lounge-single');
}

async function makeOver({ context, app, nowMs, ids }: Making, passId: string): Promise<void> {
  const at = (ms: number) => app.control.setClock({ now: new Date(ms).toISOString() });
  await at(nowMs - 3 * DAY_MS);
  const used = await makeBooking(context, app, passId, { daysAhead: 1 });
  const missed = await makeBooking(context, app, passId, { daysAhead: 2 });
  await at(Date.parse(used.startsAt));
  await app.control.redeem({ voucher: used.vouchers[0]?.code ?? '' });
  await at(nowMs);
  Object.assign(ids, { used: used.bookingId, past: missed.bookingId });
}

/** The time is somebody else's by the moment it is booked. */
async function makeRefused({ context, app, ids }: Making, passId: string): Promise<void> {
  const { holdId, at } = await makeHold(context, app, passId, { daysAhead: 6 });
  await app.control.setSlot({ resourceId: SAMPLE_RESOURCES.lounge, at, capacity: 0 });
  await postAs(context, app.url, '/api/bookings', { holdId, details: DETAILS });
  await app.control.setSlot({ resourceId: SAMPLE_RESOURCES.lounge, at, capacity: null });
  const answer = await context.request.get(`${app.url}/api/bookings`);
  const { bookings } = await answer.json();
  ids.refused =
    bookingSchema
      .array()
      .parse(bookings)
      .find(({ status }) => status === 'refused')?.bookingId ?? '';
}

async function makeChanged(making: Making, passId: string): Promise<void> {
  const { context, app, ids } = making;
  const old = await makeBooking(context, app, passId, { daysAhead: 7 });
  const made = await replace(making, old.bookingId, { passId, daysAhead: 8 });
  Object.assign(ids, { changedOld: old.bookingId, changedNew: made });
}

/** Its place has not confirmed it for two days, so the brand's people have been told. */
async function makePendingForLong({ context, app, nowMs, ids }: Making, passId: string): Promise<void> {
  await app.control.setClock({ now: new Date(nowMs - 2 * DAY_MS).toISOString() });
  const resourceId = SAMPLE_RESOURCES.pendingLounge;
  ids.told = (await makeBooking(context, app, passId, { resourceId, daysAhead: 6 })).bookingId;
  await app.control.setClock({ now: new Date(nowMs).toISOString() });
}

/** The new booking's place confirms it only when the old one can no longer be given back. */
async function makeBothStand(making: Making, there: string, anywhere: string): Promise<void> {
  const { context, app, nowMs, ids } = making;
  const old = await makeBooking(context, app, there, { daysAhead: 2 });
  const made = await replace(making, old.bookingId, {
    passId: anywhere,
    daysAhead: 3,
    resourceId: SAMPLE_RESOURCES.pendingLounge,
  });
  await app.control.setClock({ now: new Date(Date.parse(old.cancellation.until ?? '') + HOUR_MS).toISOString() });
  const waiting = (await app.control.orders()).filter((order) => order.status === 0).at(-1);
  await app.control.confirm(waiting?.orderId ?? '');
  await context.request.get(`${app.url}/api/bookings/${made}`);
  await app.control.setClock({ now: new Date(nowMs).toISOString() });
  Object.assign(ids, { bothOld: old.bookingId, bothNew: made });
}

async function replace(
  { context, app }: Making,
  replaces: string,
  { passId, ...options }: { passId: string; daysAhead: number; resourceId?: string },
): Promise<string> {
  const { holdId } = await makeHold(context, app, passId, options);
  const answer = await postAs(context, app.url, '/api/bookings', { holdId, details: DETAILS, replaces });
  return bookingSchema.pick({ bookingId: true }).parse(JSON.parse(answer.text)).bookingId;
}
