import { describe, expect, it } from 'vitest';
import { matchParts } from './match';

const marked = (text: string, query: string) =>
  matchParts(text, query)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

describe('the marked part of a search hit', () => {
  it.each([
    ['London', 'lon', '[Lon]don'],
    ['São Paulo', 'sao', '[São] Paulo'],
    ['Zürich', 'zü', '[Zü]rich'],
    ['London Heathrow', 'heath lond', '[Lond]on [Heath]row'],
    ['東京', '京', '東[京]'],
    ['London', 'ondon', 'London'],
    ['London', 'lodnon', 'London'],
    ['London', '', 'London'],
    ['London', '(', 'London'],
    ['İstanbul', 'istan', '[İstan]bul'],
    ['Zürich', 'zuerich', '[Zürich]'],
    ['København', 'kobenhavn', '[København]'],
    ['Łódź', 'lodz', '[Łódź]'],
    ['Aegean', 'aeg', '[Aeg]ean'],
    ['Straße', 'strass', '[Straß]e'],
  ])('%s for "%s" is %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('loses no character', () => {
    const text = 'Aéroport de Paris–Charles-de-Gaulle ✈️';
    expect(
      matchParts(text, 'paris')
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
