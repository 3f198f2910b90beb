import 'server-only';
import {
  INFO_FIELDS,
  type InfoField,
  type InfoNeed,
  type RequiredInfo,
  withPhoneParts,
} from '@/lib/domain/required-info';
import type { Notice } from '../events';
import { booleanSchema } from '../wire/primitives';

const NOTHING_ASKED: Record<InfoField, InfoNeed> = {
  firstName: 'not-asked',
  lastName: 'not-asked',
  email: 'not-asked',
  phoneNumber: 'not-asked',
  callingCode: 'not-asked',
  transportNumber: 'not-asked',
};

/** `PHONE_NUMBER`, `phoneNumber` and `Phone number` are one thing. */
function plain(code: string): string {
  return code.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const FIELD_OF: ReadonlyMap<string, InfoField> = new Map(INFO_FIELDS.map((field) => [plain(field), field]));

/**
 * Which personal data a booking at the place needs: a map of truth values, or a list of codes (6.4). A code we do not
 * know is kept, so that it can be asked for as plain text.
 */
export function requiredInfoOf(value: unknown, notice: Notice): RequiredInfo {
  const fields = { ...NOTHING_ASKED };
  const unknownCodes: string[] = [];
  for (const code of codesOf(value, notice)) {
    const field = FIELD_OF.get(plain(code));
    if (field) fields[field] = 'required';
    else if (!unknownCodes.includes(code)) unknownCodes.push(code);
  }
  for (const code of unknownCodes) notice('prebookingRequiredInfo', code);
  return { fields: withPhoneParts(fields), unknownCodes };
}

function codesOf(value: unknown, notice: Notice): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.filter((code) => typeof code === 'string' && code.trim() !== '');
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([code, isAsked]) => (booleanSchema.safeParse(isAsked).data ? [code] : []));
  }
  notice('prebookingRequiredInfo', typeof value);
  return [];
}
