import { expect, type Page } from '@playwright/test';
import { chooseTime, fillDetails } from '../../e2e/journey';
import { drawTicket } from './drawn-ticket';
import type { World } from './world';

export type Shot = {
  /** File name of the picture. */
  name: string;
  who?: 'signedOut' | 'newcomer' | 'regular' | 'booker';
  path: string | ((ids: World['ids']) => string);
  /** What to do on the page before the picture is taken. */
  prepare?: (page: Page) => Promise<void>;
  /** Also taken of the brands that are not the default one. */
  everyBrand?: boolean;
  /** Only what fits the screen, for what covers it. */
  isScreenOnly?: boolean;
  /** `checking` needs a vendor that cannot be asked. */
  needs?: 'checking';
};

const pass = (id: string) => (ids: World['ids']) => `/passes/${ids[id]}`;
const booking = (id: string) => (ids: World['ids']) => `/bookings/${ids[id]}`;

/** Another traveller's time: asked for in the browser, so that nothing is left behind. */
const takenAnswer = { available: false, alternatives: [] };

async function typeSearch(page: Page, text: string): Promise<void> {
  await page.getByLabel('City, airport or code').fill(text);
}

async function failSearch(page: Page): Promise<void> {
  // With the index in the browser, search does not fail.
  await page.route('**/api/hubs/index', (route) => route.abort());
  await page.route('**/api/hubs?*', (route) => route.fulfill({ status: 503, json: { error: { code: 'internal' } } }));
  await typeSearch(page, 'manch');
  await page.getByText('Search is not working right now').waitFor();
}

async function takeTime(page: Page): Promise<void> {
  await page.route('**/availability', (route) => route.fulfill({ json: takenAnswer }));
  await page
    .getByRole('group', { name: /^Times in/ })
    .getByRole('radio')
    .nth(6)
    .check();
  await page.getByText(/is taken\./).waitFor();
}

async function openReview(page: Page): Promise<void> {
  await chooseTime(page);
  await fillDetails(page);
  await page.getByRole('button', { name: 'Confirm booking' }).waitFor();
}

async function loseAnswer(page: Page): Promise<void> {
  await openReview(page);
  await page.route('**/api/bookings', (route) => route.abort());
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByText('No answer came').waitFor();
}

async function missDetails(page: Page): Promise<void> {
  await chooseTime(page);
  await page.getByRole('button', { name: 'Continue to your details' }).click();
  await page.getByLabel('Email').fill('');
  await page.getByRole('button', { name: 'Review your booking' }).click();
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
}

async function cancelWithoutConsent(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
  await page.getByText('Tick this before you cancel.').waitFor();
}

async function openTrouble(page: Page): Promise<void> {
  await page.getByText('Trouble at the door?').click();
}

async function tellWithGaps(page: Page): Promise<void> {
  await openTrouble(page);
  await page.getByRole('button', { name: 'They turned me away' }).click();
  await page.getByRole('button', { name: 'Tell what happened' }).click();
  await page.getByText('Something is still needed').waitFor();
}

export const SHOTS: readonly Shot[] = [
  { name: 'home-signed-out', who: 'signedOut', path: '/', everyBrand: true },
  { name: 'home', path: '/', everyBrand: true },
  { name: 'search-results', path: '/?q=london' },
  { name: 'search-typing', path: '/', prepare: (page) => typeSearch(page, 'lon') },
  { name: 'search-no-match', path: '/?q=xyzxyz' },
  { name: 'search-failed', path: '/', prepare: failSearch },
  { name: 'hub', path: '/hubs/MAN', everyBrand: true },
  { name: 'hub-large', path: '/hubs/LHR' },
  { name: 'hub-filtered', path: '/hubs/MAN?module=1&prebook=1' },
  { name: 'hub-without-service', path: '/hubs/SEN' },
  { name: 'resource-lounge', path: '/resources/N00001', everyBrand: true },
  { name: 'resource-signed-out', who: 'signedOut', path: '/resources/N00001' },
  { name: 'resource-without-pass', who: 'newcomer', path: '/resources/N00001' },
  { name: 'resource-fast-track', path: '/resources/C00001' },
  { name: 'resource-walk-in-only', path: '/resources/N00003' },
  { name: 'resource-set-meal', path: '/resources/R00001' },
  { name: 'resource-odd-answers', path: '/resources/N00205' },
  { name: 'resource-every-rule', path: '/resources/N00204', everyBrand: true },
  { name: 'resource-no-rules', path: '/resources/N00203' },
  { name: 'passes', path: '/passes', everyBrand: true },
  { name: 'passes-empty', who: 'newcomer', path: '/passes' },
  { name: 'passes-signed-out', who: 'signedOut', path: '/passes' },
  { name: 'pass-new', who: 'newcomer', path: '/passes/new', everyBrand: true },
  { name: 'pass-new-for-place', who: 'newcomer', path: '/passes/new?for=N00001' },
  { name: 'pass', path: pass('active'), everyBrand: true },
  {
    name: 'pass-full-screen',
    path: pass('active'),
    isScreenOnly: true,
    prepare: (page) => page.getByRole('button', { name: 'Full screen, kept awake' }).click(),
  },
  { name: 'pass-trouble', path: pass('active'), everyBrand: true, prepare: openTrouble },
  { name: 'pass-turned-away', path: pass('active'), isScreenOnly: true, prepare: tellWithGaps },
  { name: 'pass-reversed', path: pass('reversed') },
  { name: 'pass-not-here', path: (ids) => `/passes/${ids.reversed}?for=N00003` },
  { name: 'pass-booked', path: pass('booked') },
  { name: 'pass-lane', path: pass('lanePass') },
  { name: 'pass-used-up', path: pass('usedUp') },
  { name: 'pass-expired', path: pass('expired') },
  { name: 'pass-cancelled', path: pass('cancelledPass') },
  { name: 'pass-for-place', path: (ids) => `/passes/${ids.active}?for=N00001` },
  { name: 'pass-not-yet-active', path: pass('cancelledPass'), prepare: (page) => drawTicket(page, 'not-yet-active') },
  { name: 'pass-suspended', path: pass('cancelledPass'), prepare: (page) => drawTicket(page, 'suspended') },
  { name: 'prebook-when', path: '/resources/N00001/prebook', everyBrand: true },
  { name: 'prebook-taken', path: '/resources/N00001/prebook', prepare: takeTime },
  { name: 'prebook-missing-details', path: '/resources/N00001', prepare: missDetails },
  { name: 'prebook-review', path: '/resources/N00001', prepare: openReview },
  { name: 'prebook-no-answer', path: '/resources/N00001', prepare: loseAnswer },
  { name: 'prebook-change', who: 'booker', path: (ids) => `/resources/N00001/prebook?change=${ids.toCancel}` },
  { name: 'prebook-without-pass', who: 'newcomer', path: '/resources/N00001/prebook' },
  { name: 'prebook-not-possible', path: '/resources/N00003/prebook' },
  { name: 'prebook-signed-out', who: 'signedOut', path: '/resources/N00001/prebook' },
  { name: 'bookings', path: '/bookings', everyBrand: true },
  { name: 'bookings-empty', who: 'newcomer', path: '/bookings' },
  { name: 'booking', path: booking('confirmed'), everyBrand: true },
  { name: 'booking-fast-track', path: booking('lane') },
  { name: 'booking-trouble', path: booking('confirmed'), prepare: openTrouble },
  {
    name: 'booking-full-screen',
    path: booking('lane'),
    isScreenOnly: true,
    prepare: (page) => page.getByRole('button', { name: 'Full screen, kept awake' }).click(),
  },
  { name: 'booking-pending', path: booking('pending') },
  { name: 'booking-cancelled', path: booking('cancelled') },
  { name: 'booking-too-late', path: booking('tooLate') },
  { name: 'booking-now', path: booking('now') },
  { name: 'booking-over', path: booking('over') },
  {
    name: 'booking-cancel-question',
    path: booking('confirmed'),
    isScreenOnly: true,
    prepare: (page) => page.getByRole('button', { name: 'Cancel booking' }).click(),
  },
  { name: 'bookings-every-state', who: 'booker', path: '/bookings' },
  { name: 'booking-last-day', who: 'booker', path: booking('lastDay') },
  { name: 'booking-never-cancelled', who: 'booker', path: booking('never') },
  { name: 'booking-policy-unknown', who: 'booker', path: booking('unknownPolicy') },
  {
    name: 'booking-cancel-consent',
    who: 'booker',
    path: booking('unknownPolicy'),
    isScreenOnly: true,
    prepare: cancelWithoutConsent,
  },
  { name: 'booking-used', who: 'booker', path: booking('used') },
  { name: 'booking-past', who: 'booker', path: booking('past') },
  { name: 'booking-refused', who: 'booker', path: booking('refused') },
  { name: 'booking-changed-old', who: 'booker', path: booking('changedOld') },
  { name: 'booking-changed-new', who: 'booker', path: booking('changedNew') },
  { name: 'booking-both-stand', who: 'booker', path: booking('bothNew') },
  { name: 'booking-told', who: 'booker', path: booking('told') },
  { name: 'booking-late', path: booking('confirmed'), prepare: (page) => page.getByText('If you are late').click() },
  { name: 'booking-cancelling', who: 'booker', path: booking('toCancel'), needs: 'checking' },
  { name: 'activity', path: '/activity' },
  { name: 'activity-empty', who: 'newcomer', path: '/activity' },
  { name: 'account', path: '/account', everyBrand: true },
  { name: 'offline', who: 'signedOut', path: '/offline', everyBrand: true },
  { name: 'account-signed-out', who: 'signedOut', path: '/account' },
  { name: 'sign-in', who: 'signedOut', path: '/sign-in', everyBrand: true },
  { name: 'sign-in-refused', who: 'signedOut', path: '/sign-in?problem=launch' },
  { name: 'help', path: '/help' },
  { name: 'privacy', path: '/privacy' },
  { name: 'terms', path: '/terms' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'not-found', path: '/nowhere' },
  { name: 'pass-pending', path: pass('pendingPass'), needs: 'checking' },
  { name: 'booking-checking', who: 'booker', path: booking('checking'), needs: 'checking' },
  { name: 'activity-unreachable', path: '/activity', needs: 'checking' },
];
