import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readCalendar } from '../lib/testing/calendar-file';
import { postAs } from './fixtures/api';
import { expect, test } from './fixtures/app';
import { makeBooking, makePass } from './fixtures/records';

// A calendar entry is a plain link to a file.
test.use({ javaScriptEnabled: false });

/** Follows a link to a calendar file, and reads the file as another program would. */
async function downloaded(page: Page, name: string | RegExp) {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  const file = await download;
  const text = await readFile(await file.path(), 'utf8');
  return { name: file.suggestedFilename(), text, ...readCalendar(text) };
}

test('a booking goes into a calendar without its code, and out of it again once it is cancelled', async ({
  app,
  page,
  context,
  signIn,
}) => {
  await signIn();
  const { passId } = await makePass(context, app, 'lounge-pair');
  const booking = await makeBooking(context, app, passId);
  await page.goto(`/bookings/${booking.bookingId}`);
  const added = await downloaded(page, 'Add to calendar');
  expect(added.name).toBe(`visit-${booking.at.slice(0, 10)}.ics`);
  expect(added.method).toBe('PUBLISH');
  expect(added.event.start.getTime()).toBe(Date.parse(booking.startsAt));
  expect(added.text).toContain('DTSTART;TZID=Europe/London:');
  expect(added.text).not.toContain(booking.vouchers[0]?.code);
  expect((await postAs(context, app.url, `/api/bookings/${booking.bookingId}/cancel`, {})).status).toBe(200);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Add to calendar' })).toHaveCount(0);
  const removed = await downloaded(page, /^Take out of your calendar/);
  expect(removed.method).toBe('CANCEL');
  expect(removed.event.uid).toBe(added.event.uid);
  expect(Number(removed.event.sequence)).toBeGreaterThan(Number(added.event.sequence));
});
