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

  it('finds the field of one traveller of several', () => {
    expect(detailProblems({ 'details.passengers.1.email': 'email_form' }, ['email'])).toEqual({ email: 'email_form' });
  });

  it('keeps a place’s own code that has dots in it', () => {
    expect(detailProblems({ 'details.VISA.NUMBER': 'required' }, ['VISA.NUMBER'])).toEqual({
      'VISA.NUMBER': 'required',
    });
  });

  it('puts first what has no field here', () => {
    const problems = detailProblems({ 'details.email': 'email_form', 'details.visa': 'required' }, ['email']);
    expect(Object.entries(problems ?? {})).toEqual([
      ['visa', 'required'],
      ['email', 'email_form'],
    ]);
  });

  it('leaves it to the top of the page when no field here is meant', () => {
    expect(detailProblems({ holdId: 'unknown' }, ['email'])).toBeNull();
    expect(detailProblems({ 'details.passport': 'required' }, ['email'])).toBeNull();
    expect(detailProblems({}, ['email'])).toBeNull();
  });
});
