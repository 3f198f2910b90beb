import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorBodySchema } from '@/lib/contract/errors';
import { get, openTestApp, post, type Reply, type TestApp } from '@/lib/testing/app';
import { POST as eraseAccount } from './account/erase/route';
import { GET as exportAccount } from './account/export/route';
import { GET as listActivity } from './activity/route';
import { POST as cancelBooking } from './bookings/[bookingId]/cancel/route';
import { GET as getBooking } from './bookings/[bookingId]/route';
import { GET as listBookings, POST as prebook } from './bookings/route';
import { GET as keepList } from './device/route';
import { POST as cancelPass } from './passes/[passId]/cancel/route';
import { GET as getPassCode } from './passes/[passId]/code/route';
import { GET as getPass } from './passes/[passId]/route';
import { POST as issuePass, GET as listPasses } from './passes/route';

const PASS = { passId: `ps_${'0'.repeat(22)}` };
const BOOKING = { bookingId: `bk_${'0'.repeat(22)}` };

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

it.each<[string, () => Promise<Reply>]>([
  ['the list of passes', () => get(listPasses)],
  ['a pass', () => get(getPass, { params: PASS })],
  ['the code of a pass', () => get(getPassCode, { params: PASS })],
  ['a new pass', () => post(issuePass, { body: { offerId: 'lounge-pair' } })],
  ['giving a pass back', () => post(cancelPass, { params: PASS })],
  ['the list of bookings', () => get(listBookings)],
  ['a booking', () => get(getBooking, { params: BOOKING })],
  ['a new booking', () => post(prebook, { body: { holdId: `hd_${'0'.repeat(22)}`, details: {} } })],
  ['giving a booking back', () => post(cancelBooking, { params: BOOKING })],
  ['what a device should keep', () => get(keepList)],
  ['activity', () => get(listActivity)],
  ['what is kept of a traveller', () => get(exportAccount)],
  ['erasing what is kept', () => post(eraseAccount)],
])('%s is refused to whoever is not signed in, and the vendor is asked nothing', async (_, call) => {
  await app.control.resetCalls();
  const reply = await call();
  expect(reply.status).toBe(401);
  expect(errorBodySchema.parse(reply.body).error.code).toBe('not_signed_in');
  expect((await app.control.calls()).byOperation).toEqual({});
});
