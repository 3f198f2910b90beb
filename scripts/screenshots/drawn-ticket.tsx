import type { Page } from '@playwright/test';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { PassTicket } from '../../components/passes/pass-ticket';
import { passDetailSchema } from '../../lib/contract/passes';
import messages from '../../messages/en.json';
import { PICTURE_NOW } from './world';

/**
 * Draws the ticket of the pass on the page as it would be in a state that the sandbox cannot bring about: no vendor pauses an
 * E-pass yet, and version 1 issues none that begins later.
 */
export async function drawTicket(page: Page, status: 'not-yet-active' | 'suspended'): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  const answer = await page.request.get(`${origin}/api${pathname}`);
  const pass = passDetailSchema.parse(await answer.json());
  const shown = page.locator('[data-ticket]');
  const brand = {
    name: await shown.locator('p').first().innerText(),
    markUri: await shown.locator('img').last().getAttribute('src'),
  };
  const ticket = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <PassTicket
        pass={{ ...pass, status, blockedBy: status, code: null, activatesAt: '2027-03-15T00:00:00Z' }}
        brand={brand}
        nowMs={Date.parse(PICTURE_NOW)}
        placeName={null}
      />
    </NextIntlClientProvider>,
  );
  await shown.evaluate((element, html) => {
    element.outerHTML = html;
  }, ticket);
}
