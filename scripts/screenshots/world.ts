import type { Browser, BrowserContext, Page } from '@playwright/test';
import { askAs, postAs } from '../../e2e/fixtures/api';
import type { BrandId, Traveller } from '../../e2e/fixtures/brands';
import { makeBooking, makePass } from '../../e2e/fixtures/records';
import type { App } from '../../e2e/fixtures/server';
import { type PassDetail, passDetailSchema, passListSchema } from '../../lib/contract/passes';
import { makeBookingStates } from './booking-states';

/** The moment every picture shows: a Tuesday morning in Manchester. */
export const PICTURE_NOW = '2027-03-09T08:42:00.000Z';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Who looks, and what there is to look at: ids by the name a shot asks for them. */
export type World = {
  url: string;
  signedOut: StorageState;
  /** Signed in, with nothing yet. */
  newcomer: StorageState;
  /** Signed in, with a pass or booking in every state. */
  regular: StorageState;
  /** Signed in, with bookings in every state that comes with time. */
  booker: StorageState;
  ids: Record<string, string>;
};

/** Offers of each brand that play the same part. */
const OFFERS: Record<BrandId, { pair: string; single: string; lane: string; other: string }> = {
  layover: { pair: 'lounge-pair', single: 'lounge-single', lane: 'fast-track', other: 'dining-coupon' },
  meridian: { pair: 'gold-lounge-pair', single: 'gold-lounge-single', lane: 'fast-track', other: 'dining-coupon' },
  aurora: { pair: 'club-lounge-pair', single: 'club-lounge-single', lane: 'fast-track', other: 'set-meal' },
};

const EMPTY: StorageState = { cookies: [], origins: [] };

/** Makes the travellers of a brand and what they own. Leaves the clock a little before the pictures. */
export async function makeWorld(browser: Browser, app: App, brand: BrandId): Promise<World> {
  const url = app.brandUrl(brand);
  const ada = traveller(brand, 'ada', 'Ada', 'O’Brien-Łukasz');
  const newcomer = await signedIn(browser, app, brand, traveller(brand, 'new', '小明', '王'));
  const regular = await signedIn(browser, app, brand, ada);
  const ids: Record<string, string> = {};
  const offers = OFFERS[brand];

  await app.control.setClock({ now: new Date(Date.parse(PICTURE_NOW) - 70 * DAY_MS).toISOString() });
  ids.expired = (await makePass(regular, app, offers.other, url)).passId;
  const manchester = brand === 'layover' ? await addDayBefore(regular, app, url, ids) : null;
  // So long before that a page asks for news of what is made here.
  await app.control.setClock({ now: new Date(Date.parse(PICTURE_NOW) - MINUTE_MS).toISOString() });
  ids.usedUp = (await makePass(regular, app, offers.single, url)).passId;
  const used = (await app.control.passes(ada.clientUserId)).at(-1);
  await app.control.redeem({ ePassId: used?.ePassId ?? '', resourceId: 'N00001' });
  ids.cancelledPass = (await makePass(regular, app, offers.lane, url)).passId;
  await postAs(regular, url, `/api/passes/${ids.cancelledPass}/cancel`, {});
  ids.active = (await makePass(regular, app, offers.pair, url)).passId;
  const second = await makePass(regular, app, brand === 'meridian' ? offers.single : offers.pair, url);
  ids.confirmed = (await makeBooking(regular, app, second.passId, { url })).bookingId;
  if (manchester) await addBookings(regular, app, url, ids, manchester);
  const booker = await signedIn(browser, app, brand, traveller(brand, 'booker', 'Ada', 'O’Brien-Łukasz'));
  if (brand === 'layover') {
    await makeBookingStates({ context: booker, app, nowMs: Date.parse(PICTURE_NOW), ids });
  }

  const states = {
    newcomer: await newcomer.storageState(),
    regular: await regular.storageState(),
    booker: await booker.storageState(),
  };
  await newcomer.close();
  await regular.close();
  await booker.close();
  return { url, signedOut: EMPTY, ...states, ids };
}

/** A visit that is over, and one whose code the desk reads now. Leaves the clock a day before the pictures. */
async function addDayBefore(context: BrowserContext, app: App, url: string, ids: Record<string, string>) {
  await app.control.setClock({ now: new Date(Date.parse(PICTURE_NOW) - DAY_MS).toISOString() });
  const pass = await makePass(context, app, 'manchester-lounge', url);
  ids.over = (await makeBooking(context, app, pass.passId, { url, daysAhead: 0 })).bookingId;
  const early = { url, daysAhead: 1, passedOver: 1 / 5 };
  ids.now = (await makeBooking(context, app, pass.passId, early)).bookingId;
  return pass;
}

/** Bookings in the states that a vendor's answer can lead to. */
async function addBookings(
  context: BrowserContext,
  app: App,
  url: string,
  ids: Record<string, string>,
  pass: PassDetail,
): Promise<void> {
  const cancelled = await makeBooking(context, app, pass.passId, { url, daysAhead: 6 });
  await postAs(context, url, `/api/bookings/${cancelled.bookingId}/cancel`, {});
  ids.cancelled = cancelled.bookingId;
  ids.tooLate = (await makeBooking(context, app, pass.passId, { url, daysAhead: 0 })).bookingId;
  const lane = await makePass(context, app, 'fast-track-pair', url);
  const two = { adults: 2, children: 0 };
  ids.lanePass = (await makePass(context, app, 'fast-track', url)).passId;
  ids.lane = (await makeBooking(context, app, lane.passId, { url, resourceId: 'C00001', party: two })).bookingId;
  const single = await makePass(context, app, 'lounge-single', url);
  ids.booked = single.passId;
  ids.reversed = pass.passId;
  const order = await app.control.redeem({ ePassId: pass.code ?? '', resourceId: 'N00001' });
  await app.control.reverse(order.orderId);
  ids.pending = (await makeBooking(context, app, single.passId, { url, resourceId: 'N00130' })).bookingId;
}

/** A booking and a pass whose answers were lost, and which cannot be looked up either, until the faults are cleared. */
export async function makeChecking(browser: Browser, app: App, world: World): Promise<void> {
  const context = await browser.newContext({ storageState: world.booker });
  // Asked for, and not answered.
  await app.control.addFault({ operation: 'cancel', mode: 'reset', when: 'after' });
  await app.control.addFault({ operation: 'order.details', mode: 'garbage', times: 10_000 });
  await postAs(context, world.url, `/api/bookings/${world.ids.toCancel}/cancel`, {});

  const listed = await askAs(context, `${world.url}/api/passes`);
  const { passes } = passListSchema.parse(JSON.parse(listed.text));
  const pass = passes.find(({ status, module, visits }) => status === 'active' && module === 1 && visits.left > 0);
  await app.control.addFault({ operation: 'prebook', mode: 'reset', when: 'after' });
  await app.control.addFault({ operation: 'epass.orders', mode: 'garbage', times: 10_000 });
  world.ids.checking = (
    await makeBooking(context, app, pass?.passId ?? '', { url: world.url, daysAhead: 9 })
  ).bookingId;
  await app.control.addFault({ operation: 'epass.issue', mode: 'garbage', times: 10_000 });
  const asked = await postAs(context, world.url, '/api/passes', { offerId: 'set-meal' });
  world.ids.pendingPass = passDetailSchema.parse(JSON.parse(asked.text)).passId;
  await context.close();
}

async function signedIn(browser: Browser, app: App, brand: BrandId, who: Traveller): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await launch(page, `${app.brandUrl(brand)}/launch`, await app.launchToken(brand, who));
  await page.close();
  return context;
}

/** By a form in the browser, which alone knows that names under `localhost` are this machine. */
async function launch(page: Page, url: string, token: string): Promise<void> {
  await page.setContent(`<form method="post" action="${url}"><input name="token" value="${token}"></form>`);
  await page.evaluate(() => document.forms[0]?.submit());
  await page.waitForURL((at) => at.protocol === 'http:');
}

function traveller(brand: BrandId, id: string, firstName: string, lastName: string): Traveller {
  return { clientUserId: `pictures-${brand}-${id}`, firstName, lastName, email: 'ada@traveller.example' };
}
