import { expect, it } from 'vitest';
import { erasedId } from './erased-id';

const ADA = { brandId: 'layover', clientUserId: 'ada' };
const SECRET = 'a secret of thirty-two characters';

it('names an erased traveller the same every time, without the id in it', () => {
  expect(erasedId(ADA, SECRET)).toBe(erasedId({ ...ADA }, SECRET));
  expect(erasedId(ADA, SECRET)).toMatch(/^erased-[0-9a-f]{64}$/);
});

it.each([
  ['another traveller', { ...ADA, clientUserId: 'zoe' }, SECRET],
  ['the same id under another brand', { ...ADA, brandId: 'meridian' }, SECRET],
  ['the same letters split otherwise', { brandId: 'layovera', clientUserId: 'da' }, SECRET],
  ['a server with another secret', ADA, `${SECRET}!`],
])('gives %s another name', (_, traveller, secret) => {
  expect(erasedId(traveller, secret)).not.toBe(erasedId(ADA, SECRET));
});
