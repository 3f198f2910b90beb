import { defineConfig } from '@playwright/test';
import { findChromium } from '../scripts/browser';

const executablePath = findChromium();

/**
 * The stories run on the production build, in a phone unless a story says otherwise: `@desktop` runs in a wide window
 * only, `@both` in both. The fixtures start the servers: one a worker, each with its own data, brands and sandbox.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../.artifacts/e2e',
  globalSetup: './fixtures/build.ts',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: executablePath ? { executablePath } : {},
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // A worker answers for the server, behind the back of what a story does to the network. The stories about it allow it;
    // all others show that everything works without one.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
    { name: 'desktop', grep: /@desktop|@both/, use: { viewport: { width: 1280, height: 900 } } },
  ],
});
