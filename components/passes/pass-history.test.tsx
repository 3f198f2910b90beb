import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { PassDetail } from '@/lib/contract/passes';
import messages from '@/messages/en.json';
import { PassHistory } from './pass-history';

type Entry = PassDetail['history'][number];

const VISIT: Entry = {
  activityId: 'a1',
  kind: 'visit',
  passId: 'ps_1',
  bookingId: null,
  module: 1,
  resourceId: 'N00001',
  resourceName: 'DragonPass Lounge',
  hubName: 'Manchester Airport',
  city: 'Manchester',
  visits: 2,
  happenedAt: '2026-11-20T09:00:00Z',
  localTime: '2026-11-20T09:00',
};

const drawn = (entries: Entry[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <PassHistory entries={entries} nowMs={Date.parse('2026-11-22T12:00:00Z')} />
    </NextIntlClientProvider>,
  );

describe('PassHistory', () => {
  it('tells each use with its place, its time there and its visits, and what staff took back', () => {
    const html = drawn([{ ...VISIT, activityId: 'b1', kind: 'reversal', visits: -2 }, VISIT]);
    expect(html).toMatch(/Visit taken back by staff · [^<]*09:00 in Manchester.*2 visits back/);
    expect(html).toMatch(/Visit · [^<]*09:00 in Manchester.*2 visits</);
    expect(html).toContain('href="/activity"');
  });

  it('shows the newest five of a longer story', () => {
    const entries = Array.from({ length: 9 }, (_, at) => ({
      ...VISIT,
      activityId: `a${at}`,
      resourceName: `Lounge ${at}`,
    }));
    expect(drawn(entries).match(/Lounge \d/g)).toEqual(['Lounge 0', 'Lounge 1', 'Lounge 2', 'Lounge 3', 'Lounge 4']);
  });

  it('is not there before anything has happened', () => {
    expect(drawn([])).toBe('');
  });
});
