/** The six pieces of personal data a place may want, with the vendor's own names (dragonpass-api 8.2). */
export const INFO_FIELDS = ['firstName', 'lastName', 'email', 'phoneNumber', 'callingCode', 'transportNumber'] as const;

export type InfoField = (typeof INFO_FIELDS)[number];

export type InfoNeed = 'required' | 'not-asked';

/** A need for each of the six, and the place's codes that we do not know: those are asked as plain text, never dropped. */
export type RequiredInfo = { fields: Record<InfoField, InfoNeed>; unknownCodes: string[] };

/** A phone number without its calling code (or the reverse) cannot be dialled, so asking for one asks for both. */
export function withPhoneParts(fields: Record<InfoField, InfoNeed>): Record<InfoField, InfoNeed> {
  const wantsPhone = fields.phoneNumber === 'required' || fields.callingCode === 'required';
  return wantsPhone ? { ...fields, phoneNumber: 'required', callingCode: 'required' } : fields;
}
