import { expect, it } from 'vitest';
import { intentionId, isUuid, requestIdOf } from './request-id';

it('A caller’s own reference is taken when it is a UUID, and replaced when it is anything else', () => {
  const given = '0f8fad5b-d9cb-469f-a165-70867728950e';
  expect(requestIdOf(new Headers({ 'x-request-id': given.toUpperCase() }))).toBe(given);
  const minted = requestIdOf(new Headers({ 'x-request-id': 'ada@example.com' }));
  expect(isUuid(minted)).toBe(true);
  expect(requestIdOf(new Headers())).not.toBe(minted);
});

it('One intention has one id, which is a UUID, and two intentions have two', () => {
  expect(intentionId('issue ps_1')).toBe(intentionId('issue ps_1'));
  expect(intentionId('issue ps_1')).not.toBe(intentionId('issue ps_2'));
  expect(intentionId('issue ps_1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
