import 'server-only';
import { and, desc, eq, getTableColumns, inArray, isNotNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { BookingRow } from './bookings';
import type { Db } from './db';
import { type Owner, ownedBy } from './owner';
import type { PassRow } from './passes';
import { bookings, passes } from './schema';
import { walletCards, walletDevices } from './schema-wallets';

export type CardRow = typeof walletCards.$inferSelect;
export type NewCard = Pick<CardRow, 'wallet' | 'cardId' | 'subjectId' | 'locale' | 'shown' | 'savedAt' | 'keptUntil'>;

/** A wallet of a brand. */
export type Place = Pick<CardRow, 'wallet' | 'brandId'>;

/**
 * Keeps that the owner was given these cards. One that was given before is looked at again, so that devices that have an older
 * one hear of it.
 */
export async function keepCards(db: Db, owner: Owner, cards: readonly NewCard[]): Promise<void> {
  const { brandId, clientUserId } = owner;
  for (const card of cards) {
    const { savedAt, keptUntil, locale } = card;
    await db
      .insert(walletCards)
      .values({ ...card, brandId, clientUserId, changedAt: savedAt })
      .onConflictDoUpdate({
        target: [walletCards.wallet, walletCards.cardId],
        set: { savedAt, keptUntil, locale, seenAsOf: null },
      });
  }
}

export async function findCard(db: Db, { wallet, brandId }: Place, cardId: string): Promise<CardRow | null> {
  const [row] = await db
    .select()
    .from(walletCards)
    .where(and(isCard({ wallet, cardId }), eq(walletCards.brandId, brandId)));
  return row ?? null;
}

/** What the traveller has been given, newest first, with how many devices want to hear of changes. */
export function listCards(db: Db, owner: Owner): Promise<(CardRow & { devices: number })[]> {
  return db
    .select({
      ...columnsOfCard,
      devices: sql<number>`(select count(*) from ${walletDevices} d where ${isOwnDevice})`.mapWith(Number),
    })
    .from(walletCards)
    .where(ownedBy(walletCards, owner))
    .orderBy(desc(walletCards.savedAt), walletCards.cardId);
}

/**
 * Every write gives a row another version, whatever it changes: the database's own mark of who wrote it last. When the vendor
 * was asked would not do, as an answer that comes late may change a booking without being news.
 */
const VERSION = sql<string>`xmin::text`;

/** `version` is null when there is none any more. */
type Subject = { pass: PassRow | null; booking: BookingRow | null; version: string | null };

/** The pass or the booking of the brand that a card follows. Who asks has proved to hold the card, or nobody asks. */
export async function subjectOf(db: Db, brandId: string, subjectId: string): Promise<Subject> {
  const [pass] = await db
    .select({ ...getTableColumns(passes), version: VERSION })
    .from(passes)
    .where(and(eq(passes.id, subjectId), eq(passes.brandId, brandId)));
  if (pass) return { pass: pass.state === 'issued' ? pass : null, booking: null, version: pass.version };
  const [booking] = await db
    .select({ ...getTableColumns(bookings), version: VERSION })
    .from(bookings)
    .where(and(eq(bookings.id, subjectId), eq(bookings.brandId, brandId)));
  return { pass: null, booking: booking ?? null, version: booking?.version ?? null };
}

/** Cards whose pass or booking was written, or deleted, since they were last looked at. */
export function listUnseenCards(db: Db, places: readonly Place[], limit: number): Promise<CardRow[]> {
  return db
    .select(columnsOfCard)
    .from(walletCards)
    .leftJoin(passes, eq(passes.id, walletCards.subjectId))
    .leftJoin(bookings, eq(bookings.id, walletCards.subjectId))
    .where(and(isIn(places), sql`${walletCards.seenAsOf} is distinct from coalesce(passes.xmin, bookings.xmin)::text`))
    .orderBy(walletCards.wallet, walletCards.cardId)
    .limit(limit);
}

/**
 * Keeps what a card shows now. When that is news, `changedAt` moves on, by a second or more, since wallets compare whole
 * seconds, and the wallet is to be told. Null when somebody else has noticed first: find it again.
 */
export async function noteCard(
  db: Db,
  card: CardRow,
  now: { shown: string; seenAsOf: string | null; at: string },
): Promise<CardRow | null> {
  const news = {
    shown: now.shown,
    changedAt: laterThan(now.at),
    // Never earlier than a lease or a pause that is running: the one who holds it sees that there is news.
    dueAt: sql`greatest(${walletCards.dueAt}, ${now.at}::timestamptz)`,
  };
  const [row] = await db
    .update(walletCards)
    .set({ seenAsOf: now.seenAsOf, ...(now.shown !== card.shown && news) })
    .where(and(isCard(card), eq(walletCards.shown, card.shown)))
    .returning();
  return row ?? null;
}

/** The wallet is to be told at once, unless it is being told. */
export async function makeDue(db: Db, card: CardRow, at: string): Promise<void> {
  const dueAt = sql`coalesce(${walletCards.dueAt}, ${at}::timestamptz)`;
  await db.update(walletCards).set({ dueAt }).where(isCard(card));
}

/** Takes cards that are due, until `leaseUntil`: a process that dies meanwhile leaves them to be taken again. */
export function claimDueCards(
  db: Db,
  places: readonly Place[],
  { now, leaseUntil, limit }: { now: string; leaseUntil: string; limit: number },
): Promise<CardRow[]> {
  const due = db
    .select({ wallet: walletCards.wallet, cardId: walletCards.cardId })
    .from(walletCards)
    .where(and(isIn(places), lte(walletCards.dueAt, now)))
    .orderBy(walletCards.dueAt)
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(walletCards)
    .set({ dueAt: leaseUntil, attempts: sql`${walletCards.attempts} + 1` })
    .where(sql`(${walletCards.wallet}, ${walletCards.cardId}) in ${due}`)
    .returning();
}

/** The wallet knows the card as it was at `changedAt`. It is due again if it has changed since, or a device has come. */
export async function closeCard(db: Db, card: CardRow, now: string): Promise<void> {
  const { dueAt, changedAt } = walletCards;
  const hasUntold = sql`exists (select 1 from ${walletDevices} d
    where ${isOwnDevice} and d.told_at < wallet_cards.changed_at)`;
  const isOver = sql`${changedAt} = ${card.changedAt}::timestamptz and not ${hasUntold}`;
  await db
    .update(walletCards)
    .set({ attempts: 0, dueAt: sql`case when ${isOver} then null else ${now}::timestamptz end` })
    .where(and(isCard(card), isNotNull(dueAt)));
}

/** The wallet could not be told; again at `dueAt`. */
export async function putOffCard(db: Db, card: CardRow, dueAt: string): Promise<void> {
  await db.update(walletCards).set({ dueAt }).where(isCard(card));
}

export async function deleteCard(db: Db, card: CardRow): Promise<void> {
  await db.delete(walletCards).where(isCard(card));
}

/**
 * Takes the cards of an owner whose pass and bookings are being deleted out of their name. The wallets are told that they
 * open nothing; then, or at `keptUntil`, nothing is left of them.
 */
export async function disownCards(tx: Db, owner: Owner, { now, keptUntil }: { now: string; keptUntil: string }) {
  await tx
    .update(walletCards)
    // A change of its own, for those who are telling an earlier one just now.
    .set({ clientUserId: null, seenAsOf: null, changedAt: laterThan(now), dueAt: now, attempts: 0, keptUntil })
    .where(ownedBy(walletCards, owner));
}

/** Deletes what has run out, and devices whose card is gone. */
export async function purgeCards(db: Db, now: string): Promise<void> {
  await db.delete(walletCards).where(lt(walletCards.keptUntil, now));
  await db.delete(walletDevices).where(sql`not exists (select 1 from ${walletCards}
    where wallet_cards.wallet = 'apple' and wallet_cards.card_id = wallet_devices.card_id)`);
}

/** Of the card in the query around it. Written out, as the names of columns alone would mean those of the device. */
const isOwnDevice = sql`wallet_cards.wallet = 'apple' and d.card_id = wallet_cards.card_id`;

const columnsOfCard = getTableColumns(walletCards);

function laterThan(now: string): SQL {
  return sql`greatest(${now}::timestamptz, ${walletCards.changedAt} + interval '1 second')`;
}

function isCard({ wallet, cardId }: Pick<CardRow, 'wallet' | 'cardId'>): SQL | undefined {
  return and(eq(walletCards.wallet, wallet), eq(walletCards.cardId, cardId));
}

function isIn(places: readonly Place[]): SQL | undefined {
  const brandsOf = (wallet: Place['wallet']) => places.filter((one) => one.wallet === wallet).map((one) => one.brandId);
  const oneOf = (wallet: Place['wallet']) =>
    and(eq(walletCards.wallet, wallet), inArray(walletCards.brandId, brandsOf(wallet)));
  return or(oneOf('apple'), oneOf('google'));
}
