import { expect, it } from 'vitest';
import { decoded } from './decoded';

it('takes an address that is no encoded text as it stands, and fails no page', () => {
  expect(decoded('%4CHR')).toBe('LHR');
  expect(decoded('%')).toBe('%');
  expect(decoded('%E0%A4%A')).toBe('%E0%A4%A');
});
