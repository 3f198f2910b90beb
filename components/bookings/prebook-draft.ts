import { TAB_PREFIX } from '@/lib/client/tab-memory';
import { type Party, partySize } from '@/lib/domain/party';
import type { Draft } from './prebook-state';

/**
 * A booking that was started, kept in this tab until it is closed: reload and back lose nothing. Contact details stay for
 * the next booking of the same tab. Pass ids are the traveller's own, so they tell whose draft it is.
 */
const BOOKING_KEY = `${TAB_PREFIX}prebook`;
const CONTACT_KEY = `${TAB_PREFIX}contact`;

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a draft is checked against: nothing is restored that could not be chosen now. */
export type DraftRules = {
  resourceId: string;
  passes: { passId: string; maxParty: number }[];
  firstDate: string;
  lastDate: string;
  nowMs: number;
};

export function saveDraft(storage: Kept, resourceId: string, draft: Draft): void {
  const { details, ...booking } = draft;
  write(storage, BOOKING_KEY, { ...booking, resourceId });
  write(storage, CONTACT_KEY, { passId: draft.passId, details });
}

/** After a booking was made: the next one starts clean, but keeps the contact details. */
export function forgetBooking(storage: Kept): void {
  storage.removeItem(BOOKING_KEY);
}

/** The draft over `fresh`, as far as it still holds; `fresh` itself when there is none, or it is somebody else's. */
export function restoreDraft(storage: Kept, fresh: Draft, rules: DraftRules): Draft {
  const booking = read(storage, BOOKING_KEY);
  const contact = read(storage, CONTACT_KEY);
  const isOwn = (kept: Record<string, unknown> | null) => rules.passes.some(({ passId }) => passId === kept?.passId);
  const details = isOwn(contact) ? { ...fresh.details, ...textsOf(contact?.details) } : fresh.details;
  const pass = rules.passes.find(({ passId }) => passId === booking?.passId);
  const date = textOf(booking?.date);
  if (!pass || booking?.resourceId !== rules.resourceId || date === null) return { ...fresh, details };
  if (date < rules.firstDate || date > rules.lastDate) return { ...fresh, details };
  return {
    ...timeOf(booking, date, rules.nowMs),
    date,
    details,
    passId: pass.passId,
    party: partyOf(booking.party, pass.maxParty) ?? fresh.party,
  };
}

function timeOf(booking: Record<string, unknown>, date: string, nowMs: number): Pick<Draft, 'at' | 'startsAt'> {
  const at = textOf(booking.at);
  const startsAt = textOf(booking.startsAt);
  const isAhead = startsAt !== null && Date.parse(startsAt) > nowMs;
  return at?.startsWith(date) && isAhead ? { at, startsAt } : { at: null, startsAt: null };
}

function partyOf(value: unknown, most: number): Party | null {
  if (typeof value !== 'object' || value === null || !('adults' in value) || !('children' in value)) return null;
  const { adults, children } = value;
  if (!Number.isInteger(adults) || !Number.isInteger(children)) return null;
  const party = { adults: Number(adults), children: Number(children) };
  return party.adults >= 1 && party.children >= 0 && partySize(party) <= most ? party : null;
}

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A full or forbidden storage costs the draft, not the booking. */
function write(storage: Kept, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    storage.removeItem(key);
  }
}

function read(storage: Kept, key: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
