import type { ResourceDto } from '@/lib/contract/resources';
import { INFO_FIELDS, type InfoField, type RequiredInfo, withPhoneParts } from '@/lib/domain/required-info';

/** What a place asks for, as the check of the details wants it: codes we do not know are asked as plain text. */
export function needsOf(requiredInfo: ResourceDto['requiredInfo']): RequiredInfo {
  const need = (field: InfoField) => requiredInfo[field] ?? 'not-asked';
  const fields = Object.fromEntries(INFO_FIELDS.map((field) => [field, need(field)])) as RequiredInfo['fields'];
  const unknownCodes = Object.keys(requiredInfo).filter(
    (code) => !isInfoField(code) && requiredInfo[code] === 'required',
  );
  return { fields, unknownCodes };
}

/** Everything that is asked, in the order of the form; the country code comes before the number it belongs to. */
export function askedFields(needs: RequiredInfo): string[] {
  const fields = withPhoneParts(needs.fields);
  const order: InfoField[] = ['firstName', 'lastName', 'email', 'callingCode', 'phoneNumber', 'transportNumber'];
  return [...order.filter((field) => fields[field] === 'required'), ...needs.unknownCodes];
}

export function isInfoField(code: string): code is InfoField {
  return INFO_FIELDS.some((field) => field === code);
}

/** `passportNumber` or `PASSPORT_NUMBER` → `Passport number`: a place's own code, as near to words as it comes. */
export function labelOfCode(code: string): string {
  const words = code
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The server's field errors of one request, by field of this form: `details.email` and `passengers.1.email` → `email`. What
 * the form does not ask for comes first, under its own name; null when nothing is about a field of this form.
 */
export function detailProblems(fields: Record<string, string>, asked: string[]): Record<string, string> | null {
  const entries = Object.entries(fields).map(([path, key]) => [fieldOf(path, asked), key] as const);
  const isMapped = ([field]: readonly [string, string]) => asked.includes(field);
  if (!entries.some(isMapped)) return null;
  return Object.fromEntries([...entries.filter((entry) => !isMapped(entry)), ...entries.filter(isMapped)]);
}

/** A place's own code may have dots in it. */
function fieldOf(path: string, asked: string[]): string {
  const own = path.replace(/^details\./, '');
  return asked.includes(own) ? own : (own.split('.').at(-1) ?? own);
}
