import type { Party } from '@/lib/domain/party';
import type { Price } from '@/lib/domain/price';
import { readKept, writeKept } from './kept-values';
import { deviceStorage, keysOf, TAB_PREFIX, tabStorage } from './tab-memory';

/** Which booking a draft is of: whose, where, and of a change the booking that is to be replaced. */
export type DraftOf = { owner: string; resourceId: string; change: string | null };

/** A time that the place keeps for a pass. A pass has one hold, wherever it is. */
export type KeptHold = { holdId: string; heldUntilMs: number; price: Price | null };
/** What the hold is for. */
export type HoldFor = { passId: string; resourceId: string; at: string; party: Party };

/** The parts of what is typed that are the same for every booking. */
export const CONTACT_FIELDS = ['firstName', 'lastName', 'email', 'callingCode', 'phoneNumber'];

/** A draft that lay for longer is of a journey that has been given up or made. */
const DRAFT_LIFE_MS = 24 * 3_600_000;
/** A hold about to end is asked for anew: there has to be time to read the review. */
const HOLD_MARGIN_MS = 30_000;

/** Keys begin with what they hold and whose it is. */
const keyOf = (what: string, owner: string, ...rest: string[]) => TAB_PREFIX + [what, owner, ...rest].join('.');
const draftKey = ({ owner, resourceId, change }: DraftOf) =>
  keyOf('draft', owner, resourceId, ...(change ? [change] : []));
const offKey = (owner: string) => keyOf('off', owner);
export const holdKey = (owner: string, passId: string) => keyOf('hold', owner, passId);

/**
 * Where drafts lie: on the device, so that every tab has them, with no personal data in them. In the tab alone for a
 * traveller who wants nothing kept here, or where the browser has no other place.
 */
function draftStorage(owner: string): Storage | null {
  const device = deviceStorage();
  return device && device.getItem(offKey(owner)) === null ? device : tabStorage();
}

export function keepDraft(of: DraftOf, placeName: string, choice: Record<string, unknown>, nowMs: number): void {
  writeKept(draftStorage(of.owner), draftKey(of), { ...choice, placeName, savedAtMs: nowMs });
}

/** What was chosen, unchecked; null when there is no draft, or it is too old. */
export function keptDraft(of: DraftOf, nowMs: number): Record<string, unknown> | null {
  const draft = readKept(draftStorage(of.owner), draftKey(of));
  if (draft && nowMs - Number(draft.savedAtMs) < DRAFT_LIFE_MS) return draft;
  if (draft) dropDraft(of);
  return null;
}

export function dropDraft(of: DraftOf): void {
  draftStorage(of.owner)?.removeItem(draftKey(of));
}

/** Null when the place was asked again or the hold is used: what it was before no longer counts. */
export function keepHold(owner: string, passId: string, hold: (KeptHold & HoldFor) | null): void {
  writeKept(draftStorage(owner), holdKey(owner, passId), hold);
}

/** The hold of this very choice, if the place still keeps it: no need to ask again. */
export function liveHold(owner: string, wanted: HoldFor, nowMs: number): KeptHold | null {
  const kept = readKept(draftStorage(owner), holdKey(owner, wanted.passId));
  const hold = kept as (KeptHold & HoldFor) | null;
  if (!hold?.party || typeof hold.holdId !== 'string') return null;
  const leftMs = hold.heldUntilMs - nowMs;
  // An end beyond any hold's is nothing that was kept here, and may be no time at all.
  if (!(leftMs > HOLD_MARGIN_MS && leftMs <= DRAFT_LIFE_MS)) return null;
  const isSame =
    hold.resourceId === wanted.resourceId &&
    hold.at === wanted.at &&
    hold.party.adults === wanted.party.adults &&
    hold.party.children === wanted.party.children;
  return isSame ? hold : null;
}

/** What is typed, for as long as the tab is open. */
export function keepTyped(owner: string, details: Record<string, string> | null): void {
  writeKept(tabStorage(), keyOf('typed', owner), details);
}

/** Contact details, on the device and with consent alone. Null takes them away. */
export function keepContact(owner: string, details: Record<string, string> | null): void {
  writeKept(deviceStorage(), keyOf('contact', owner), details && contactOf(details));
}

/** What was typed here before, over what is kept with consent. */
export function keptDetails(owner: string): { details: Record<string, string>; hasConsent: boolean } {
  const contact = readKept(deviceStorage(), keyOf('contact', owner));
  const typed = readKept(tabStorage(), keyOf('typed', owner));
  return { details: { ...textsOf(contact), ...textsOf(typed) }, hasConsent: contact !== null };
}

export function contactOf(details: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(details).filter(([field]) => CONTACT_FIELDS.includes(field)));
}

/** A booking that was sent from this tab and of which no answer came: it can be sent again under its own key. */
export function keepSent(of: DraftOf, sent: Record<string, unknown> | null): void {
  writeKept(tabStorage(), sentKey(of), sent);
}

export function keptSent(of: DraftOf): Record<string, unknown> | null {
  return readKept(tabStorage(), sentKey(of));
}

const sentKey = ({ owner, resourceId, change }: DraftOf) => keyOf('sent', owner, resourceId, change ?? '');

/** What of a traveller's prebooking lies on this device now. */
export type KeptBookings = { drafts: { href: string; placeName: string }[]; hasContact: boolean };

export function keptBookings(owner: string, nowMs: number): KeptBookings {
  const storage = draftStorage(owner);
  const prefix = `${keyOf('draft', owner)}.`;
  const found = keysOf(storage).filter((key) => key.startsWith(prefix));
  const drafts = found.flatMap((key) => {
    const [resourceId = '', change = null] = key.slice(prefix.length).split('.');
    const draft = keptDraft({ owner, resourceId, change }, nowMs);
    const href = `/resources/${encodeURIComponent(resourceId)}/prebook${change ? `?change=${change}` : ''}`;
    return draft ? [{ href, placeName: String(draft.placeName) }] : [];
  });
  return { drafts, hasContact: keptDetails(owner).hasConsent };
}

/** With `isOn` false all of it is erased, and drafts stay in their tab from then on. */
export function switchDrafts(owner: string, isOn: boolean): void {
  const device = deviceStorage();
  for (const storage of [device, tabStorage()]) {
    if (!isOn) for (const key of keysOf(storage)) storage?.removeItem(key);
  }
  writeKept(device, offKey(owner), isOn ? null : {});
}

export function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'));
}
