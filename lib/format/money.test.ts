import { describe, expect, it } from 'vitest';
import { money } from './money';

describe('money', () => {
  it.each([
    ['6.00', 'USD', '$6.00'],
    ['0', 'USD', '$0.00'],
    ['0.00', 'GBP', '£0.00'],
    ['-6.50', 'EUR', '-€6.50'],
    ['1200', 'JPY', '¥1,200'],
    ['1.234', 'KWD', 'KWD 1.234'],
    ['0.125', 'USD', '$0.125'],
    // More digits than a binary number holds.
    ['90071992547409931.07', 'USD', '$90,071,992,547,409,931.07'],
  ])('writes %s %s exactly, as %s', (amount, currency, text) => {
    expect(money(amount, currency, 'en-US')?.replace(/\u00a0/g, ' ')).toBe(text);
  });

  it('uses the language’s own way of writing', () => {
    expect(money('1234.5', 'EUR', 'de-DE')?.replace(/\u00a0/g, ' ')).toBe('1.234,50 €');
  });

  it.each([
    ['six', 'USD'],
    ['', 'USD'],
    ['6.00', ''],
    ['6.00', 'dollars'],
    ['NaN', 'USD'],
  ])('says nothing about %j %j, which is no amount of money', (amount, currency) => {
    expect(money(amount, currency, 'en-GB')).toBeNull();
  });
});
