import { expectAccessible } from './fixtures/accessible';
import { expect, test } from './fixtures/app';
import { makeBooking, makePass } from './fixtures/records';
import { chooseTime, typeDetails } from './journey';

const PRIVATE = ['/passes', '/passes/new', '/resources/N00001/prebook', '/bookings', '/activity', '/account'];

/** What everybody sees, a few pages a test: axe takes its time on a busy machine. */
const PUBLIC = {
  'home and search': ['/', '/?q=london', '/?q=xyzxyz'],
  'hubs and places': [
    '/hubs/MAN',
    '/hubs/LHR',
    '/hubs/LHR?module=2',
    '/resources/N00001',
    '/resources/N00003',
    '/resources/R00001',
  ],
  'signing in and pages of words': [
    '/sign-in',
    '/sign-in?problem=launch',
    '/accessibility',
    '/privacy',
    '/terms',
    '/help',
    '/nowhere',
  ],
  'what asks to sign in': PRIVATE,
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const [what, paths] of Object.entries(PUBLIC)) {
      test(`axe finds nothing on ${what} (${colorScheme})`, async ({ page, expectProblem }) => {
        if (paths.includes('/nowhere')) expectProblem(/status of 404.*\/nowhere/);
        for (const path of paths) {
          await page.goto(path);
          await expectAccessible(page, `signed out, ${path}`);
        }
      });
    }

    test(`axe finds nothing on what a traveller with nothing sees (${colorScheme})`, async ({ page, signIn }) => {
      await signIn();
      for (const path of ['/', ...PRIVATE]) {
        await page.goto(path);
        await expectAccessible(page, `nothing yet, ${path}`);
      }
    });

    test(`axe finds nothing on what a traveller with a booking sees (${colorScheme})`, async ({
      app,
      page,
      context,
      signIn,
    }) => {
      await signIn();
      const pass = await makePass(context, app, 'lounge-pair');
      const { bookingId } = await makeBooking(context, app, pass.passId);
      const pages = ['/', '/resources/N00001', ...PRIVATE, `/passes/${pass.passId}`, `/bookings/${bookingId}`];
      for (const path of pages) {
        await page.goto(path);
        await expectAccessible(page, `with a pass and a booking, ${path}`);
      }
      await page.getByRole('button', { name: 'Cancel booking' }).click();
      await expectAccessible(page, 'the question before cancelling');
      await page.goto(`/passes/${pass.passId}`);
      await page.getByRole('button', { name: 'Full screen, kept awake' }).click();
      await expectAccessible(page, 'the pass in full screen');
    });

    test(`axe finds nothing on what goes wrong at a door (${colorScheme})`, async ({ app, page, context, signIn }) => {
      await signIn();
      const pass = await makePass(context, app, 'manchester-lounge');
      const lane = await makePass(context, app, 'fast-track-pair');
      const party = { adults: 2, children: 0 };
      const booking = await makeBooking(context, app, lane.passId, { resourceId: 'C00001', party });
      for (const path of [`/passes/${pass.passId}?for=N00003`, `/passes/${lane.passId}`]) {
        await page.goto(path);
        await expectAccessible(page, `no code, ${path}`);
      }
      for (const path of [`/bookings/${booking.bookingId}`, `/passes/${pass.passId}`]) {
        await page.goto(path);
        await page.getByText('Trouble at the door?').click();
        await expectAccessible(page, `help, ${path}`);
      }
      await page.getByRole('button', { name: 'They turned me away' }).click();
      await page.getByRole('button', { name: 'Tell what happened' }).click();
      await expectAccessible(page, 'a telling with gaps');
      await app.control.setClock({ now: new Date(Date.parse(booking.startsAt) + 4 * 3_600_000).toISOString() });
      await page.goto(`/bookings/${booking.bookingId}`);
      await expectAccessible(page, 'a visit that is over');
    });

    test(`axe finds nothing on the steps of a prebooking (${colorScheme})`, async ({ app, page, context, signIn }) => {
      await signIn();
      await makePass(context, app, 'lounge-pair');
      await page.goto('/resources/N00001');
      await chooseTime(page);
      await expectAccessible(page, 'a held time');
      await page.getByRole('button', { name: 'Continue to your details' }).click();
      await page.getByRole('button', { name: 'Review your booking' }).click();
      await expectAccessible(page, 'missing details');
      await typeDetails(page);
      await expectAccessible(page, 'the review');
    });
  });
}

test('missing details are listed, and focus goes there', async ({ app, page, context, signIn }) => {
  await signIn();
  await makePass(context, app, 'lounge-pair');
  await page.goto('/resources/N00001');
  await chooseTime(page);
  await page.getByRole('button', { name: 'Continue to your details' }).click();
  await page.getByLabel('Email').fill('');
  await page.getByRole('button', { name: 'Review your booking' }).click();
  await expect(page.locator(':focus')).toContainText('Enter your email');
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Flight number')).toHaveAttribute('aria-invalid', 'true');
});
