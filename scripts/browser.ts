import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Screenshots and text widths depend on the fonts, so that the same list is wanted everywhere. */
const DEBIAN_FONTS = ['fonts-liberation', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** Path of a Chromium that is there now, or null: `CHROMIUM_PATH`, then one on the PATH, then Playwright's own. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  for (const name of NAMES) {
    const found = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
    if (found) return found;
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/**
 * A Chromium to test with, installed if need be: the distribution's package when we are root on Debian or Ubuntu, else
 * Playwright's download. Throws with what to do when neither works.
 */
export function ensureChromium(): string {
  if (canInstallPackages()) installMissingPackages(findChromium() === null);
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found: trying Playwright’s own download.');
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  throw new Error(
    'The browser tests need a Chromium and none could be found or installed. Install one (on Debian: "apt-get install ' +
      'chromium"), run "npx playwright install chromium", or set CHROMIUM_PATH to the file of one.',
  );
}

function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !process.env.CHROMIUM_PATH;
}

function installMissingPackages(needsBrowser: boolean): void {
  const missing = DEBIAN_FONTS.filter((name) => spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status !== 0);
  if (needsBrowser) missing.push('chromium');
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(', ')}.`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      execFileSync('apt-get', ['update', '-qq'], options);
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options);
      return;
    } catch (error) {
      console.log(`Attempt ${attempt} to install packages failed: ${error instanceof Error ? error.message : error}`);
    }
  }
}
