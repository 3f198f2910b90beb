import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';

/** What most people hold. */
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'en-GB',
};

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A phone that has never been here. What runs in its pages is compiled by tsx, which calls `__name` for each function. */
export async function newPhone(browser: Browser, storageState?: StorageState): Promise<BrowserContext> {
  const context = await browser.newContext({ ...PHONE, ...(storageState && { storageState }) });
  await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  return context;
}

const BYTES_PER_MEGABIT = (1024 * 1024) / 8;
/** As Lighthouse emulates a slow 4G connection: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6 * BYTES_PER_MEGABIT,
  uploadThroughput: (750 / 1024) * BYTES_PER_MEGABIT,
};
/** A phone's processor, beside the one this runs on. */
const SLOWER = 4;

export async function slowProcessor(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return session;
}

/** Everything comes slowly and, unless told, nothing of an earlier visit is there. */
export async function slowConnection(session: CDPSession, { isCold = true } = {}): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: isCold });
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
}
