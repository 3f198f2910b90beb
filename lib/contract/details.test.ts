import { describe, expect, it } from 'vitest';
import { INFO_FIELDS, type InfoField, type RequiredInfo } from '@/lib/domain/required-info';
import { checkDetails, NAME_MAX_LENGTH, normaliseFlightNumber } from './details';

const needs = (fields: InfoField[], unknownCodes: string[] = []): RequiredInfo => ({
  fields: Object.fromEntries(
    INFO_FIELDS.map((field) => [field, fields.includes(field) ? 'required' : 'not-asked']),
  ) as RequiredInfo['fields'],
  unknownCodes,
});

describe('details of a booking', () => {
  it('ask for nothing and keep nothing that the place does not want', () => {
    expect(checkDetails(needs([]), { email: 'ada@example.com', passport: '123' })).toEqual({
      values: {},
      problems: {},
    });
  });

  it('keep the fields of a place that we do not know, and require them', () => {
    expect(checkDetails(needs([], ['PASSPORT_NUMBER']), {}).problems).toEqual({ PASSPORT_NUMBER: 'required' });
    expect(checkDetails(needs([], ['PASSPORT_NUMBER']), { PASSPORT_NUMBER: ' X1 ' }).values).toEqual({
      PASSPORT_NUMBER: 'X1',
    });
  });

  it.each(['constructor', 'toString'])('ask for a field that a place calls %s like any other', (code) => {
    expect(checkDetails(needs([], [code]), {}).problems).toEqual({ [code]: 'required' });
  });

  it.each([
    'Ada',
    'O’Brien',
    "O'Brien",
    'Jean-Luc',
    'Ana María',
    '王小明',
    'Łukasz',
    'Zoë',
    'Nguyễn Thị',
    'محمد',
    'Jr.',
    '고은',
    'علی\u200cرضا',
    'ශ්\u200dරී',
    'צ׳רלס',
    'マリア・ガルシア',
    'D‘Angelo',
    'อรุณี',
    'Ὀδυσσεύς',
    'ⵉⴷⵉⵔ',
    'Anne–Marie',
  ])('take the name %s', (name) => {
    expect(checkDetails(needs(['firstName']), { firstName: `  ${name} ` }).values.firstName).toBe(
      name.normalize('NFC'),
    );
  });

  it.each([
    ['', 'required'],
    ['   ', 'required'],
    ['-', 'name_letters'],
    ["''", 'name_letters'],
    ['\u200c\u200d', 'name_letters'],
    ['・', 'name_letters'],
    ['\u200e\u202c', 'required'],
    ['Ada 🙂', 'name_letters'],
    ['Ada@home', 'name_letters'],
    ['Ada2', 'name_letters'],
    ['<script>', 'name_letters'],
    ['a'.repeat(NAME_MAX_LENGTH + 1), 'too_long'],
  ])('refuse the name "%s" as %s', (name, problem) => {
    expect(checkDetails(needs(['firstName']), { firstName: name }).problems).toEqual({ firstName: problem });
  });

  it('count what people count as a character once, however long its code', () => {
    expect(checkDetails(needs(['firstName']), { firstName: '𠮷'.repeat(NAME_MAX_LENGTH) }).problems).toEqual({});
  });

  it('compose combining marks, so that one name has one spelling', () => {
    expect(checkDetails(needs(['firstName']), { firstName: 'Zoe\u0308' }).values.firstName).toBe('Zoë');
  });

  it.each(['ada@example.com', 'a.b+c@sub.example.co.uk'])('take the address %s', (email) => {
    expect(checkDetails(needs(['email']), { email }).problems).toEqual({});
  });

  it.each(['ada', 'ada@', 'ada@example', 'a b@example.com', 'ada@example..com'])('refuse the address %s', (email) => {
    expect(checkDetails(needs(['email']), { email }).problems).toEqual({ email: 'email_form' });
  });
});

describe('flight numbers', () => {
  it.each([
    ['U2 8001', 'U28001'],
    ['6E 2341', '6E2341'],
    ['BAW15K', 'BAW15K'],
    ['ek1', 'EK1'],
    ['ba-0123', 'BA0123'],
    ['EK001', 'EK001'],
    ['9W 12', '9W12'],
    ['ＢＡ　１２３', 'BA123'],
    ['ba–123', 'BA123'],
    ['  b a 1 2 ', 'BA12'],
  ])('%s is sent as %s', (typed, sent) => {
    expect(normaliseFlightNumber(typed)).toBe(sent);
  });

  it.each(['', 'EK', '12345', 'EK12345', 'EK1AB', '99 123', 'Flight 1', 'BA', '１', 'ба 123'])(
    '%s is not one',
    (typed) => {
      expect(normaliseFlightNumber(typed)).toBeNull();
    },
  );
});

describe('phone numbers', () => {
  const phone = (callingCode: string, phoneNumber: string) =>
    checkDetails(needs(['phoneNumber']), { callingCode, phoneNumber });

  it.each([
    ['44', '8081966002', '44', '8081966002'],
    ['+44', '0808 196 6002', '44', '8081966002'],
    ['44', '+44 808 196 6002', '44', '8081966002'],
    ['', '+4915123456789', '49', '15123456789'],
    ['1', '0044 808 196 6002', '44', '8081966002'],
    ['39', '06 6982 0000', '39', '0669820000'],
    ['', '\u202a+44 808 196 6002\u202c', '44', '8081966002'],
    ['٤٤', '٠٨٠٨ ١٩٦ ٦٠٠٢', '44', '8081966002'],
    ['', '＋44（808）196‐6002', '44', '8081966002'],
  ])('%s and %s are sent as %s and %s', (code, number, callingCode, phoneNumber) => {
    expect(phone(code, number)).toEqual({ values: { callingCode, phoneNumber }, problems: {} });
  });

  it('need a calling code when the number has none', () => {
    expect(phone('', '8081966002').problems).toEqual({ callingCode: 'required' });
    expect(checkDetails(needs(['callingCode']), {}).problems).toEqual({
      callingCode: 'required',
      phoneNumber: 'required',
    });
  });

  it('are refused when they cannot be dialled', () => {
    expect(phone('44', '12').problems).toEqual({ phoneNumber: 'phone_form' });
    for (const code of ['0', '2', '999', '44444']) {
      expect(phone(code, '8081966002').problems).toEqual({ callingCode: 'calling_code_form' });
    }
  });
});
