import { describe, expect, it } from 'vitest';
import { askedFields, detailProblems, labelOfCode, needsOf } from './detail-needs';

describe('needsOf', () => {
  it('decides for each field by itself, and never drops a code it does not know', () => {
    const needs = needsOf({ firstName: 'required', email: 'not-asked', passportNumber: 'required', seat: 'not-asked' });
    expect(needs.fields).toMatchObject({ firstName: 'required', lastName: 'not-asked', email: 'not-asked' });
    expect(needs.unknownCodes).toEqual(['passportNumber']);
  });

  it('asks for a country code with every phone number, right before it', () => {
    expect(
      askedFields(needsOf({ transportNumber: 'required', phoneNumber: 'required', lastName: 'required' })),
    ).toEqual(['lastName', 'callingCode', 'phoneNumber', 'transportNumber']);
  });

  it('asks for nothing where the place asks for nothing', () => {
    expect(askedFields(needsOf({}))).toEqual([]);
  });
});

describe('labelOfCode', () => {
  it.each([
    ['passportNumber', 'Passport number'],
    ['PASSPORT_NUMBER', 'Passport number'],
    ['seat-row', 'Seat row'],
  ])('reads %s as words', (code, label) => expect(labelOfCode(code)).toBe(label));
});

describe('detailProblems', () => {
  it('takes the server’s problems to their fields', () => {
    expect(detailProblems({ 'details.email': 'email_form' }, ['email'])).toEqual({ email: 'email_form' });
  });

  it('leaves a problem that has no field here to the top of the page', () => {
    expect(detailProblems({ 'details.email': 'email_form', holdId: 'unknown' }, ['email'])).toBeNull();
    expect(detailProblems({ 'details.passport': 'required' }, ['email'])).toBeNull();
    expect(detailProblems({}, ['email'])).toBeNull();
  });
});
