import { describe, expect, it } from 'vitest';
import { withoutCodes } from './refusal';

describe('withoutCodes', () => {
  it.each([
    ['as it is', 'They could not read 1234567890123456.', 'They could not read ….'],
    ['in groups', '1234 5678 9012-3456, twice: 1234567890123456', '…, twice: …'],
    ['a voucher in small letters', 'Not vx-12ab either', 'Not … either'],
    ['other numbers', 'Gate 12, 15:30, 123456789012345', 'Gate 12, 15:30, 123456789012345'],
  ])('leaves no code in a text: %s', (_, text, expected) => {
    expect(withoutCodes(text, ['1234567890123456', 'VX12AB', ''])).toBe(expected);
  });
});
