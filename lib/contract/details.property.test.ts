import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json';
import { describe, expect, it } from 'vitest';
import { INFO_FIELDS, type RequiredInfo, withPhoneParts } from '@/lib/domain/required-info';
import { checkDetails, checkPhone, NAME_MAX_LENGTH, normaliseFlightNumber } from './details';

/** The same cases on every run; fast-check prints the seed and the path of a failure. */
const WITH_SEED = { seed: 20_270_309, numRuns: 1_000 };

const asks = (fields: readonly string[], unknownCodes: string[] = []): RequiredInfo => ({
  fields: Object.fromEntries(
    INFO_FIELDS.map((field) => [field, fields.includes(field) ? 'required' : 'not-asked']),
  ) as RequiredInfo['fields'],
  unknownCodes,
});
const nameOf = (firstName: string) => checkDetails(asks(['firstName']), { firstName });

const anySpace = fc.constantFrom('', ' ', '  ', '\u00a0', '\u3000', '\t', '\u202a', '\u200e');
const anyLetter = fc
  .integer({ min: 0x41, max: 0x3_134f })
  .map(String.fromCodePoint)
  .filter((sign) => /\p{L}/u.test(sign));
const anyMark = fc
  .integer({ min: 0x300, max: 0x1e_8d6 })
  .map(String.fromCodePoint)
  .filter((sign) => /\p{M}/u.test(sign));
const anyJoint = fc.constantFrom(' ', '-', '’', "'", '.', '\u200c', '\u200d', '・', '׳', '·');
const anyName = fc
  .array(fc.oneof({ weight: 6, arbitrary: anyLetter }, anyMark, anyJoint), { minLength: 1, maxLength: 20 })
  .map((signs) => signs.join(''))
  .filter((name) => /\p{L}/u.test(name));

describe('details of a booking, whatever is typed', () => {
  const anyNeeds = fc
    .tuple(fc.subarray([...INFO_FIELDS]), fc.uniqueArray(fc.constantFrom('PASSPORT_NUMBER', 'toString', '__proto__')))
    .map(([fields, codes]) => asks(fields, codes));
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    anyName,
    fc.emailAddress(),
    fc.constantFrom('U2 8001', '+44 808 196 6002', ''),
  );
  const anyTyped = fc.dictionary(fc.oneof(fc.constantFrom(...INFO_FIELDS, 'PASSPORT_NUMBER'), fc.string()), anyText);

  it('every field that is asked for is either right or told about, and nothing else is kept', () => {
    const holds = fc.property(anyNeeds, anyTyped, (needs, typed) => {
      const { values, problems } = checkDetails(needs, typed);
      const fields = Object.entries(withPhoneParts(needs.fields)).filter(([, need]) => need === 'required');
      const asked = [...fields.map(([field]) => field), ...needs.unknownCodes];
      const isPhone = (field: string) => field === 'phoneNumber' || field === 'callingCode';
      for (const field of asked.filter((name) => !isPhone(name))) {
        expect([field, Object.hasOwn(values, field)]).toEqual([field, !Object.hasOwn(problems, field)]);
      }
      // Of a phone number both parts are right, or at least one is told about.
      const phone = asked.filter(isPhone);
      const arePhonePartsKept = phone.every((field) => Object.hasOwn(values, field));
      expect(arePhonePartsKept).toBe(!phone.some((field) => Object.hasOwn(problems, field)));
      expect([...Object.keys(values), ...Object.keys(problems)].filter((field) => !asked.includes(field))).toEqual([]);
    });
    fc.assert(holds, WITH_SEED);
  });

  it('what was found right stays as it is when it is checked again, as the server does after the browser', () => {
    const holds = fc.property(anyNeeds, anyTyped, (needs, typed) => {
      const { values, problems } = checkDetails(needs, typed);
      fc.pre(Object.keys(problems).length === 0);
      expect(checkDetails(needs, values)).toEqual({ values, problems: {} });
    });
    fc.assert(holds, { ...WITH_SEED, numRuns: 150 });
  });
});

describe('names, whatever the script', () => {
  it('are taken with the marks, spaces and signs people write them with, and come out trimmed and composed', () => {
    const holds = fc.property(anySpace, anyName, anySpace, (before, name, after) => {
      const { values, problems } = nameOf(before + name + after);
      expect(problems).toEqual({});
      expect(values.firstName).toBe(name.normalize('NFC').replace(/\s+/gu, ' ').trim());
    });
    fc.assert(holds, WITH_SEED);
  });

  it('without a single letter are none', () => {
    const holds = fc.property(fc.array(fc.oneof(anyMark, anyJoint, fc.constantFrom('1', '🙂', '<'))), (signs) => {
      expect(Object.keys(nameOf(signs.join('')).problems)).toEqual(['firstName']);
    });
    fc.assert(holds, WITH_SEED);
  });

  it('may be as long as is said, and no longer', () => {
    const holds = fc.property(anyLetter, (letter) => {
      const most = letter.normalize('NFC').repeat(NAME_MAX_LENGTH).normalize('NFC');
      fc.pre([...most].length === NAME_MAX_LENGTH);
      expect(nameOf(most).problems).toEqual({});
      expect(nameOf(`${most}a`).problems).toEqual({ firstName: 'too_long' });
    });
    fc.assert(holds, WITH_SEED);
  });
});

describe('flight numbers, however they are spaced', () => {
  const anyUpper = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const anyDigit = fc.constantFrom(...'0123456789');
  const anyAirline = fc.oneof(
    fc.tuple(anyUpper, anyUpper),
    fc.tuple(anyUpper, anyDigit),
    fc.tuple(anyDigit, anyUpper),
    fc.tuple(anyUpper, anyUpper, anyUpper),
  );
  const anyFlight = fc
    .tuple(anyAirline, fc.array(anyDigit, { minLength: 1, maxLength: 4 }), fc.option(anyUpper, { nil: '' }))
    .map(([airline, digits, suffix]) => [...airline, ...digits, suffix].join(''));

  it('of every airline are sent as one word in capitals', () => {
    const holds = fc.property(anyFlight, fc.infiniteStream(fc.constantFrom('', '', ' ', '-')), (flight, gaps) => {
      const typed = [...flight.toLowerCase()].map((sign) => sign + gaps.next().value).join('');
      expect(normaliseFlightNumber(typed)).toBe(flight);
    });
    fc.assert(holds, WITH_SEED);
  });

  it('are never sent in another form, whatever was typed', () => {
    const signs = fc.oneof(anyUpper, anyDigit, fc.string({ unit: 'grapheme', maxLength: 1 }));
    const holds = fc.property(fc.array(signs, { maxLength: 8 }), (typed) => {
      const sent = normaliseFlightNumber(typed.join(''));
      if (sent !== null) expect(sent).toMatch(/^(?!\d\d)[A-Z0-9]{2}[A-Z]?\d{1,4}[A-Z]?$/);
    });
    fc.assert(holds, WITH_SEED);
  });
});

describe('phone numbers of every country', () => {
  const numbers = getCountries().flatMap((country) => getExampleNumber(country, examples) ?? []);

  it('are understood as people there write them, with the code or without, and sent in one form', () => {
    for (const number of numbers) {
      const { countryCallingCode: code, nationalNumber: national } = number;
      const sent = { values: { callingCode: String(code), phoneNumber: String(national) }, problems: {} };
      const abroad = number.formatInternational();
      const ways: [string, string][] = [
        [code, national],
        [`+${code}`, number.formatNational()],
        [code, abroad],
        ['', abroad],
        ['', abroad.replace('+', '00')],
      ];
      for (const [typedCode, typed] of ways) {
        expect(checkPhone(typedCode, typed), `${number.country}: ${typedCode}, ${typed}`).toEqual(sent);
      }
    }
  });
});
