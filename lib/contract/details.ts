import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { INFO_FIELDS, type InfoField, type RequiredInfo, withPhoneParts } from '@/lib/domain/required-info';

/** Longest name the vendor is sent; its own limit is not published [inferred]. */
export const NAME_MAX_LENGTH = 60;

/**
 * Letters and marks of any script; the joiners that Persian and Sinhala are spelt with; spaces, hyphens and full stops;
 * apostrophes of several keyboards, and what other scripts have for them: geresh, gershayim, middle dots.
 */
const NAME = /^(?:[\p{L}\p{M}\p{Zs}\p{Pd}.'’‘ʼ՚`´׳״·‧・･]|\u200c|\u200d)+$/u;

/** Marks of direction that come along when a number or a name is pasted from a list of contacts. Nobody sees or types them. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Satellite and other networks that are no country's. */
const NETWORK_CODES = ['800', '808', '870', '878', '881', '882', '883', '888', '979'];

/** Message keys under `details.errors` in messages. */
export type DetailProblem =
  | 'required'
  | 'too_long'
  | 'name_letters'
  | 'email_form'
  | 'phone_form'
  | 'calling_code_form'
  | 'flight_form';

export type CheckedDetails = { values: Record<string, string>; problems: Record<string, DetailProblem> };

/**
 * Checks and normalises what a traveller typed, for one place. The browser and the handler call this same function, so
 * that they cannot disagree. Only what the place asks for comes back: surplus personal data never leaves this function.
 */
export function checkDetails(needs: RequiredInfo, typed: Record<string, string>): CheckedDetails {
  // Entries, not assignments: a place may call a field `__proto__`.
  const values: [string, string][] = [];
  const problems: [string, DetailProblem][] = [];
  const fields = withPhoneParts(needs.fields);
  const note = (field: string, result: { value: string } | { problem: DetailProblem }) => {
    if ('value' in result) values.push([field, result.value]);
    else problems.push([field, result.problem]);
  };
  for (const field of INFO_FIELDS) {
    if (fields[field] !== 'required' || field === 'phoneNumber' || field === 'callingCode') continue;
    note(field, checkField(field, clean(typed[field])));
  }
  if (fields.phoneNumber === 'required') {
    const phone = checkPhone(clean(typed.callingCode), clean(typed.phoneNumber));
    values.push(...Object.entries(phone.values));
    problems.push(...Object.entries(phone.problems));
  }
  for (const code of needs.unknownCodes) {
    // A place's code is any word, also one that every object answers to.
    const text = clean(Object.hasOwn(typed, code) ? typed[code] : undefined);
    note(code, text ? { value: text } : { problem: 'required' });
  }
  return { values: Object.fromEntries(values), problems: Object.fromEntries(problems) };
}

function checkField(
  field: Exclude<InfoField, 'phoneNumber' | 'callingCode'>,
  text: string,
): { value: string } | { problem: DetailProblem } {
  if (!text) return { problem: 'required' };
  if (field === 'email')
    return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? { value: text } : { problem: 'email_form' };
  if (field === 'transportNumber') {
    const flight = normaliseFlightNumber(text);
    return flight ? { value: flight } : { problem: 'flight_form' };
  }
  if ([...text].length > NAME_MAX_LENGTH) return { problem: 'too_long' };
  return /\p{L}/u.test(text) && NAME.test(text) ? { value: text } : { problem: 'name_letters' };
}

/**
 * `u2 8001` → `U28001`. Two characters with at most one digit, or three letters; one to four digits; one letter may
 * follow. Wide letters, as an East Asian keyboard writes them, are taken for plain ones. Null for anything else.
 */
export function normaliseFlightNumber(text: string): string | null {
  const compact = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  if (/^([A-Z]{2,3}|[A-Z]\d|\d[A-Z])\d{1,4}[A-Z]?$/.test(compact)) return compact;
  return null;
}

/**
 * Reads a number with its calling code (`44` or `+44`), a leading zero, or a whole `+44…` pasted into the number field.
 * The vendor wants digits only, and the code apart.
 */
export function checkPhone(callingCode: string, typedNumber: string): CheckedDetails {
  const problems: Record<string, DetailProblem> = {};
  const number = plainDigits(typedNumber);
  const code = plainDigits(callingCode).replace(/[^\d]/g, '');
  const isWhole = /^(\+|00)/.test(number);
  if (!number) problems.phoneNumber = 'required';
  if (!code && !isWhole) problems.callingCode = 'required';
  if (Object.keys(problems).length > 0) return { values: {}, problems };
  // The library throws at a code that nobody has.
  if (!isWhole && !isCallingCode(code)) return { values: {}, problems: { callingCode: 'calling_code_form' } };
  const parsed = isWhole
    ? parsePhoneNumberFromString(number.replace(/^00/, '+'))
    : parsePhoneNumberFromString(number, { defaultCallingCode: code });
  if (!parsed?.isPossible()) return { values: {}, problems: { phoneNumber: 'phone_form' } };
  return { values: { callingCode: parsed.countryCallingCode, phoneNumber: parsed.nationalNumber }, problems: {} };
}

/** Whether it is the code of a country, or of a network that belongs to none: the rest of a number has to follow it. */
function isCallingCode(code: string): boolean {
  return getCountries().some((country) => getCountryCallingCode(country) === code) || NETWORK_CODES.includes(code);
}

/** Digits of Arabic, Persian and wide keyboards as those everybody dials, and their wide plus sign. */
function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

function clean(text: string | undefined): string {
  return (text ?? '').normalize('NFC').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}
