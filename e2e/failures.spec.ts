import { expect, test } from './fixtures/app';
import { newTraveller } from './fixtures/browser';
import { makeBooking, makePass } from './fixtures/records';
import { scanPass } from './journey';

test('a pass with no visit left shows why, and no code', async ({ app, page, context, signIn }) => {
  await signIn();
  const pass = await makePass(context, app, 'lounge-single');
  await page.goto(`/passes/${pass.passId}`);
  const ePassId = await scanPass(page);
  await app.control.redeem({ ePassId, resourceId: 'N00001' });
  // Half a minute later, when what was read of the pass is no longer fresh.
  await app.control.setClock({ advanceMs: 30_000 });
  await page.reload();
  await expect(page.getByText('All visits of this pass are used.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code of your pass' })).toHaveCount(0);
  await expect(page.getByText(ePassId.slice(-4))).toHaveCount(0);
});

test('somebody else’s pass or booking looks exactly like one that does not exist', async ({
  app,
  browser,
  page,
  context,
  signIn,
  watch,
  expectProblem,
}) => {
  expectProblem(/status of 404/);
  const owner = await browser.newContext();
  watch(owner);
  await signIn({ context: owner, traveller: newTraveller() });
  const pass = await makePass(owner, app, 'lounge-pair');
  const booking = await makeBooking(owner, app, pass.passId);
  await signIn();
  const missing = { passes: `ps_${'0'.repeat(22)}`, bookings: `bk_${'0'.repeat(22)}` };
  for (const [kind, theirs] of [
    ['passes', pass.passId],
    ['bookings', booking.bookingId],
  ] as const) {
    const answers = [];
    for (const id of [theirs, missing[kind]]) {
      const response = await page.goto(`/${kind}/${id}`);
      const api = await context.request.get(`/api/${kind}/${id}`);
      const { error } = await api.json();
      answers.push({
        status: response?.status(),
        text: await page.getByRole('main').innerText(),
        apiStatus: api.status(),
        error: { ...error, requestId: '' },
      });
    }
    expect(answers[0]).toMatchObject({ status: 404, apiStatus: 404 });
    expect(answers[0]).toEqual(answers[1]);
  }
  await owner.close();
});

for (const path of ['/passes', '/passes/new', '/resources/N00001/prebook', '/bookings', '/activity', '/account']) {
  test(`${path} offers to sign in to whoever is signed out, and leads back`, async ({ page }) => {
    await page.goto(path);
    const link = page.getByRole('main').getByRole('link', { name: 'Sign in' });
    await expect(link).toHaveAttribute('href', `/sign-in?to=${encodeURIComponent(path)}`);
  });
}
