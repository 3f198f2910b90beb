import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { PassDetail } from '@/lib/contract/passes';
import messages from '@/messages/en.json';
import { PassTicket } from './pass-ticket';

const NOW_MS = Date.parse('2026-11-22T12:00:00Z');
const CODE = '1788000066668888';
const PASS: PassDetail = {
  passId: 'ps_1',
  kind: 'e-pass',
  module: 1,
  title: 'Two lounge visits',
  status: 'active',
  holder: { firstName: 'Ada', lastName: 'O’Brien' },
  activatesAt: '2026-12-01T00:00:00Z',
  expiresAt: '2026-12-31T23:59:59Z',
  visits: { total: 2, used: 0, reserved: 0, reversed: 0, left: 2 },
  blockedBy: null,
  scope: { resourceIds: [] },
  createdAt: '2026-01-01T00:00:00Z',
  asOf: '2026-11-22T12:00:00Z',
  code: CODE,
  history: [],
};

/** The server never sends the code of a blocked pass; the ticket would not show it either. */
const drawn = (change: Partial<PassDetail>, markUri: string | null = null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <PassTicket
        pass={{ ...PASS, ...change }}
        brand={{ name: 'Layover', markUri }}
        nowMs={NOW_MS}
        placeName="Skyline Lounge"
      />
    </NextIntlClientProvider>,
  );

describe('PassTicket', () => {
  it('shows code, number, name, end, visits and mark of a pass that can be used', () => {
    const html = drawn({}, 'data:image/svg+xml;base64,AA==');
    const words = ['<title>QR code of your pass</title>', '>1788<', 'Ada O’Brien', '31 Dec 2026', '2 visits left'];
    for (const word of words) expect(html).toContain(word);
    expect(html).toContain('<img src="data:image/svg+xml;base64,AA==" alt="DragonPass"');
  });

  it('names the network where the brand has no mark of it', () => {
    expect(drawn({})).toMatch(/>DragonPass<\/p>/);
  });

  it.each([
    ['not-yet-active', 'This pass can be used from 1 Dec 2026.', '/help'],
    ['used-up', 'All visits of this pass are used.', '/passes/new'],
    ['booked', 'Every visit left on this pass is taken by a booking.', '/bookings'],
    ['booking-only', 'A Fast Track lane takes bookings, not passes.', '/'],
    ['expired', 'This pass ended on 31 Dec 2026.', '/passes/new'],
    ['cancelled', 'This pass was cancelled', '/passes/new'],
    ['suspended', 'This pass is paused', '/help'],
    ['pending', 'We asked for your pass and have no answer yet.', '/help'],
    ['not-here', 'This pass does not work at Skyline Lounge.', '/passes/ps_1'],
  ] as const)('says why a pass that is %s shows no code, and what next', (blockedBy, reason, next) => {
    const html = drawn({ blockedBy });
    expect(html).toContain(reason);
    expect(html).toContain(`href="${next}"`);
    expect(html).not.toContain('QR code');
    expect(html).not.toContain('1788');
  });

  it('shows no code of a pass that ended before the page was shown', () => {
    const html = drawn({ expiresAt: '2026-11-22T12:00:00Z' });
    expect(html).toContain('This pass ended on 22 Nov 2026.');
    expect(html).not.toContain('1788');
  });
});
