import { type DraftOf, keptDetails, keptDraft, keptSent, textsOf } from '@/lib/client/drafts';
import { type Party, partySize } from '@/lib/domain/party';
import type { Draft, Held, Sent } from './prebook-state';

/** What a draft is checked against: nothing is restored that could not be chosen now. */
export type DraftRules = {
  of: DraftOf;
  passes: { passId: string; maxParty: number }[];
  firstDate: string;
  lastDate: string;
  nowMs: number;
};

/** The draft over `fresh`, as far as it still holds; `fresh` with the contact details when there is none. */
export function restoreDraft(fresh: Draft, rules: DraftRules): Draft {
  const details = { ...fresh.details, ...keptDetails(rules.of.owner).details };
  const kept = keptDraft(rules.of, rules.nowMs);
  const pass = rules.passes.find(({ passId }) => passId === kept?.passId);
  const date = dateOf(kept?.date);
  if (!kept || !pass || date === null) return { ...fresh, details };
  if (date < rules.firstDate || date > rules.lastDate) return { ...fresh, details };
  return {
    ...timeOf(kept, date, rules.nowMs),
    date,
    details,
    passId: pass.passId,
    party: partyOf(kept.party, pass.maxParty) ?? fresh.party,
  };
}

/** What was sent from this tab without an answer; its pass may have no visit left now, as it may have been booked. */
export function restoreSent(of: DraftOf): Sent | null {
  const kept = keptSent(of);
  const draft = recordOf(kept?.draft);
  const hold = recordOf(kept?.hold);
  const date = dateOf(draft?.date);
  const at = timeAt(draft?.at, date);
  const startsAt = momentOf(draft?.startsAt);
  const passId = textOf(draft?.passId);
  const [idempotencyKey, holdId] = [kept?.idempotencyKey, hold?.holdId].map(textOf);
  const party = partyOf(draft?.party, Number.POSITIVE_INFINITY);
  const heldUntilMs = Number(hold?.heldUntilMs);
  if (!kept || !at || !startsAt || !date || !passId || !idempotencyKey || !holdId || !party) return null;
  if (!Number.isFinite(heldUntilMs)) return null;
  return {
    draft: { date, at, startsAt, passId, party, details: textsOf(draft?.details) },
    hold: { kind: 'held', holdId, heldUntilMs, price: (hold?.price ?? null) as Held['price'] },
    idempotencyKey,
    reviewedDetails: textsOf(kept.reviewedDetails),
  };
}

function timeOf(kept: Record<string, unknown>, date: string, nowMs: number): Pick<Draft, 'at' | 'startsAt'> {
  const at = timeAt(kept.at, date);
  const startsAt = momentOf(kept.startsAt);
  const isAhead = startsAt !== null && Date.parse(startsAt) > nowMs;
  return at !== null && isAhead ? { at, startsAt } : { at: null, startsAt: null };
}

/** `YYYY-MM-DD` that stands in the calendar. The page cannot be drawn with another one, and what is kept would come again. */
function dateOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text) ? text : null;
}

/** `YYYY-MM-DDTHH:mm` of that day. */
function timeAt(value: unknown, date: string | null): string | null {
  const text = textOf(value);
  return date !== null && text?.startsWith(date) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10)) ? text : null;
}

/** An instant with an offset or `Z`. */
function momentOf(value: unknown): string | null {
  const text = textOf(value);
  const isWritten = text !== null && /^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}(Z|[+-]\d{2}:\d{2})$/.test(text);
  return isWritten && Number.isFinite(Date.parse(text)) ? text : null;
}

function partyOf(value: unknown, most: number): Party | null {
  const { adults, children } = recordOf(value) ?? {};
  if (!Number.isInteger(adults) || !Number.isInteger(children)) return null;
  const party = { adults: Number(adults), children: Number(children) };
  return party.adults >= 1 && party.children >= 0 && partySize(party) <= most ? party : null;
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
