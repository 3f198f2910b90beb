import { describe, expect, it } from 'vitest';
import { ownerTag } from './owner-tag';

const SECRET = 'a-secret-of-thirty-two-characters-or-more';
const ADA = { brandId: 'layover', clientUserId: 'ada-1' };

describe('ownerTag', () => {
  it('is the same for one traveller of one brand, however often asked', () => {
    expect(ownerTag(ADA, SECRET)).toBe(ownerTag({ ...ADA }, SECRET));
  });

  it.each([
    ['another traveller', { ...ADA, clientUserId: 'ada-2' }, SECRET],
    ['the same id at another brand', { ...ADA, brandId: 'meridian' }, SECRET],
    ['another secret', ADA, `${SECRET}-2`],
  ])('differs for %s', (_, traveller, secret) => {
    expect(ownerTag(traveller, secret)).not.toBe(ownerTag(ADA, SECRET));
  });

  it('tells neither the id nor the brand, and fits an attribute', () => {
    expect(ownerTag(ADA, SECRET)).toMatch(/^[\w-]{22}$/);
    expect(ownerTag(ADA, SECRET)).not.toContain('ada');
  });
});
