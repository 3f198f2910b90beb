import 'server-only';
import { brands } from '@/lib/brand/registry';
import type { Brand } from '@/lib/brand/schema';
import { type AppleKeys, isAppleValid, walletKeys } from '@/lib/brand/wallet-keys';
import {
  type CardRow,
  claimDueCards,
  closeCard,
  deleteCard,
  listUnseenCards,
  type Place,
  putOffCard,
} from '@/lib/store/wallet-cards';
import { forgetPushToken, listUntoldDevices, markTold } from '@/lib/store/wallet-devices';
import { inParallel } from '../bounded';
import { logger } from '../log';
import { oncePerProcess } from '../process-state';
import { runtime } from '../runtime';
import { pushAll } from './apns';
import type { WalletCard } from './card';
import { lookAt } from './current-card';
import { folderOf } from './folder-of';
import { googleObject } from './google';
import { putKnownGoogleObject } from './google-api';

/** Cards told in one go; those that are not told within the lease are somebody else's. */
const AT_ONCE = 20;
const LEASE_MS = 120_000;
const LOOK_AT_ONCE = 200;
const WIDTH = 4;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

type Looked = { row: CardRow; shows: WalletCard };

/**
 * Has the wallets show what passes and bookings have become, soon and beside the request: a failure takes nothing from what
 * happened, and the runner sees to it again. Also noticed without this call, by the runner's next round.
 */
export function walletsFollow(): void {
  void followWallets().catch((error: unknown) => {
    logger().warn({ err: error }, 'wallets not told');
  });
}

type Rounds = { current: Promise<void> | null; next: Promise<void> | null };

/** One round over every card that something happened to. One at a time in a process; what comes meanwhile is in the next. */
export function followWallets(): Promise<void> {
  const rounds = oncePerProcess<Rounds>('wallet-rounds', () => ({ current: null, next: null }));
  if (rounds.next) return rounds.next;
  const start = () => {
    rounds.next = null;
    rounds.current = round().finally(() => {
      rounds.current = null;
    });
    return rounds.current;
  };
  if (!rounds.current) return start();
  rounds.next = rounds.current.then(start, start);
  return rounds.next;
}

async function round(): Promise<void> {
  const { store, clock } = await runtime();
  const places = placesOf(brands());
  if (places.length === 0) return;
  const unseen = await listUnseenCards(store.db, places, LOOK_AT_ONCE);
  for (const row of unseen) await attempt(row, () => lookAt(brandOf(row), row));
  const nowMs = clock();
  const lease = { now: isoOf(nowMs), leaseUntil: isoOf(nowMs + LEASE_MS), limit: AT_ONCE };
  const due = await claimDueCards(store.db, places, lease);
  const google = due.filter(({ wallet }) => wallet === 'google');
  await inParallel(google, WIDTH, (row) => attempt(row, () => tellGoogle(row)));
  for (const brand of brands()) {
    const apple = due.filter(({ wallet, brandId }) => wallet === 'apple' && brandId === brand.id);
    const { apple: keys } = walletKeys(brand);
    if (keys && apple.length > 0) await tellApple(brand, keys, apple);
  }
}

/** Wallets that can be told something now. */
function placesOf(all: readonly Brand[]): Place[] {
  return all.flatMap((brand): Place[] => {
    const { apple, google } = walletKeys(brand);
    return [
      ...(apple && isAppleValid(apple) ? [{ wallet: 'apple' as const, brandId: brand.id }] : []),
      ...(google ? [{ wallet: 'google' as const, brandId: brand.id }] : []),
    ];
  });
}

/** One that fails does not keep the others; it is tried again after a pause that grows. */
async function attempt<T>(row: CardRow, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    logger().warn({ err: error, wallet: row.wallet, subjectId: row.subjectId }, 'wallet not told');
    await putOff(row);
    return null;
  }
}

async function putOff(row: CardRow): Promise<void> {
  const { store, clock } = await runtime();
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, row.attempts - 1));
  await putOffCard(store.db, row, isoOf(clock() + pauseMs));
}

/** Google keeps the card itself, so it gets what the card shows now. */
async function tellGoogle(claimed: CardRow): Promise<void> {
  const { store, clock } = await runtime();
  const brand = brandOf(claimed);
  const { google } = walletKeys(brand);
  const looked = await lookAt(brand, claimed);
  if (!google || !looked) return;
  await putKnownGoogleObject(google, googleObject(folderOf(brand), google, looked.shows));
  // What was erased is not to be remembered any longer than it takes to cross it out.
  if (looked.row.clientUserId === null) await deleteCard(store.db, looked.row);
  else await closeCard(store.db, looked.row, isoOf(clock()));
}

/** Phones are only told that something changed, and ask for it: one push a phone, however many cards it has. */
async function tellApple(brand: Brand, keys: AppleKeys, claimed: readonly CardRow[]): Promise<void> {
  const { store, clock } = await runtime();
  const startedAt = isoOf(clock());
  const looks = await inParallel(claimed, WIDTH, (row) => attempt(row, () => lookAt(brand, row)));
  const cards = looks.filter((one): one is Looked => one !== null).map(({ row }) => row);
  const waiting = await Promise.all(
    cards.map(async (row) => ({ row, devices: await listUntoldDevices(store.db, row) })),
  );
  const tokens = waiting.flatMap(({ devices }) => devices.map(({ pushToken }) => pushToken));
  const outcomes = tokens.length > 0 ? await pushAll(keys, tokens) : new Map<string, never>();
  for (const [token, outcome] of outcomes) {
    if (outcome === 'gone') await forgetPushToken(store.db, brand.id, token, startedAt);
  }
  for (const { row, devices } of waiting) {
    const taken = devices.filter(({ pushToken }) => outcomes.get(pushToken) === 'taken');
    await markTold(
      store.db,
      row,
      taken.map(({ deviceId }) => deviceId),
    );
    const isLater = devices.some(({ pushToken }) => outcomes.get(pushToken) === 'later');
    await (isLater ? putOff(row) : closeCard(store.db, row, isoOf(clock())));
  }
}

function brandOf({ brandId }: CardRow): Brand {
  const found = brands().find(({ id }) => id === brandId);
  if (!found) throw new Error('A card of a brand that is not there.');
  return found;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
