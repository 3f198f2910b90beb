import { expect, it } from 'vitest';
import { requiredInfoOf } from './required-info';

const ignore = () => undefined;
const asked = (value: unknown) =>
  Object.entries(requiredInfoOf(value, ignore).fields)
    .filter(([, need]) => need === 'required')
    .map(([field]) => field);

it.each([
  ['a map of truth values', { firstName: true, email: true, transportNumber: false }, ['firstName', 'email']],
  ['a map of truth values written otherwise', { firstName: 1, email: 'true', lastName: '0' }, ['firstName', 'email']],
  ['a list of codes', ['EMAIL', 'TRANSPORT_NUMBER'], ['email', 'transportNumber']],
  ['a list of names', ['firstName', 'lastName'], ['firstName', 'lastName']],
  ['codes in lower case', ['first_name'], ['firstName']],
  ['an empty list', [], []],
  ['an empty map', {}, []],
  ['nothing', null, []],
  ['something else', 7, []],
])('reads %s', (_, wire, fields) => {
  expect(asked(wire)).toEqual(fields);
});

it('asks for number and calling code together when either is needed', () => {
  expect(asked(['PHONE_NUMBER'])).toEqual(['phoneNumber', 'callingCode']);
  expect(asked({ callingCode: true, phoneNumber: false })).toEqual(['phoneNumber', 'callingCode']);
});

it('keeps a code it does not know, once, and reports it', () => {
  const seen: unknown[] = [];
  const info = requiredInfoOf(['EMAIL', 'PASSPORT_NUMBER', 'PASSPORT_NUMBER', ''], (_, value) => seen.push(value));
  expect(info.unknownCodes).toEqual(['PASSPORT_NUMBER']);
  expect(seen).toEqual(['PASSPORT_NUMBER']);
  expect(requiredInfoOf({ dateOfBirth: true, seat: false }, ignore).unknownCodes).toEqual(['dateOfBirth']);
});
