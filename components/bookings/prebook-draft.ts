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
  const date = textOf(kept?.date);
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
  const [at, startsAt, date, passId] = [draft?.at, draft?.startsAt, draft?.date, draft?.passId].map(textOf);
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
  const at = textOf(kept.at);
  const startsAt = textOf(kept.startsAt);
  const isAhead = startsAt !== null && Date.parse(startsAt) > nowMs;
  return at?.startsWith(date) && isAhead ? { at, startsAt } : { at: null, startsAt: null };
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
