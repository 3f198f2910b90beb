import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { INFO_FIELDS, type InfoField, type RequiredInfo, withPhoneParts } from '@/lib/domain/required-info';

/** Longest name the vendor is sent; its own limit is not published [inferred]. */
export const NAME_MAX_LENGTH = 60;

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
  const values: Record<string, string> = {};
  const problems: Record<string, DetailProblem> = {};
  const fields = withPhoneParts(needs.fields);
  const note = (field: string, result: { value: string } | { problem: DetailProblem }) => {
    if ('value' in result) values[field] = result.value;
    else problems[field] = result.problem;
  };
  for (const field of INFO_FIELDS) {
    if (fields[field] !== 'required' || field === 'phoneNumber' || field === 'callingCode') continue;
    note(field, checkField(field, clean(typed[field])));
  }
  if (fields.phoneNumber === 'required') {
    const phone = checkPhone(clean(typed.callingCode), clean(typed.phoneNumber));
    Object.assign(values, phone.values);
    Object.assign(problems, phone.problems);
  }
  for (const code of needs.unknownCodes) {
    // A place's code is any word, also one that every object answers to.
    const text = clean(Object.hasOwn(typed, code) ? typed[code] : undefined);
    note(code, text ? { value: text } : { problem: 'required' });
  }
  return { values, problems };
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
  return /\p{L}/u.test(text) && /^[\p{L}\p{M}\p{Zs}.'’ʼ·‧\-‐‑]+$/u.test(text)
    ? { value: text }
    : { problem: 'name_letters' };
}

/**
 * `u2 8001` → `U28001`. Two characters with at most one digit, or three letters; one to four digits; one letter may
 * follow. Null for anything else.
 */
export function normaliseFlightNumber(text: string): string | null {
  const compact = text.toUpperCase().replace(/[\s-]/g, '');
  if (/^([A-Z]{2,3}|[A-Z]\d|\d[A-Z])\d{1,4}[A-Z]?$/.test(compact)) return compact;
  return null;
}

/**
 * Reads a number with its calling code (`44` or `+44`), a leading zero, or a whole `+44…` pasted into the number field.
 * The vendor wants digits only, and the code apart.
 */
export function checkPhone(callingCode: string, number: string): CheckedDetails {
  const problems: Record<string, DetailProblem> = {};
  const code = callingCode.replace(/[^\d]/g, '');
  const isWhole = /^(\+|00)/.test(number);
  if (!number) problems.phoneNumber = 'required';
  if (!code && !isWhole) problems.callingCode = 'required';
  else if (!isWhole && !/^[1-9]\d{0,3}$/.test(code)) problems.callingCode = 'calling_code_form';
  if (Object.keys(problems).length > 0) return { values: {}, problems };
  const parsed = isWhole
    ? parsePhoneNumberFromString(number.replace(/^00/, '+'))
    : parsePhoneNumberFromString(number, { defaultCallingCode: code });
  if (!parsed?.isPossible()) return { values: {}, problems: { phoneNumber: 'phone_form' } };
  return { values: { callingCode: parsed.countryCallingCode, phoneNumber: parsed.nationalNumber }, problems: {} };
}

function clean(text: string | undefined): string {
  return (text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}
