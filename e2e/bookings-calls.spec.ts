import { askToCancel, cancelIn, confirm, DAY_MS, HOUR_MS, openReview, said } from './booking';
import { handOver, STORY_NOW } from './fixtures/app';
import { expect, test } from './fixtures/browser';
import { makePass } from './fixtures/records';
import { type App, startApp } from './fixtures/server';

test.describe.configure({ timeout: 300_000 });

/** Once for everybody, and not for this traveller: the token, and the catalogue that keeps itself up to date. */
const NOBODYS = ['token', 'hubs.list', 'hubs.get', 'resources.list', 'resources.get', 'resources.updates'];

async function callsMade(app: App): Promise<string[]> {
  const { recent } = await app.control.calls();
  return recent.map(({ operation }) => operation).filter((operation) => !NOBODYS.includes(operation));
}

// On a server of its own: nobody else's bookings are looked at meanwhile.
test('a booking takes at most three calls to the vendor, from opening the page to the voucher, and giving it back two', async ({
  page,
  context,
  traveller,
}) => {
  const app = await startApp();
  try {
    await app.control.setClock({ now: STORY_NOW });
    await context.clock.setFixedTime(STORY_NOW);
    await handOver(app, context, traveller);
    await makePass(context, app, 'lounge-pair');
    // Long enough for everything that is known of the pass to be old.
    await app.control.setClock({ advanceMs: HOUR_MS });
    await app.control.resetCalls();
    await openReview(page, 'N00001', { url: app.url });
    await confirm(page);
    await page.reload();
    await expect(said(page, 'Confirmed')).toBeVisible();
    const booking = await callsMade(app);
    expect(booking.length, booking.join(', ')).toBeLessThanOrEqual(3);

    await app.control.setClock({ advanceMs: DAY_MS });
    await page.reload();
    const dialog = await askToCancel(page);
    await app.control.resetCalls();
    await cancelIn(dialog);
    await expect(page.getByText('1 visit is back on your pass: 2 of 2 left.')).toBeVisible();
    const cancelling = await callsMade(app);
    expect(cancelling.length, cancelling.join(', ')).toBeLessThanOrEqual(2);
  } finally {
    await page.close();
    await app.stop();
  }
});
