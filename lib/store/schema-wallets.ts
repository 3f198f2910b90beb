// Without the server marker: drizzle-kit reads this file outside of a server.
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './instant';

/**
 * A card that was handed out to a wallet, one row a pass or a voucher. `subjectId` is the pass or the booking it follows;
 * `shown` a fingerprint of what it showed last, `seenAsOf` the version of the subject's row that was read for it, `changedAt` when it
 * last became different. While `dueAt` is set the wallet is still to be told. Without `clientUserId` its traveller has erased
 * everything: the row only stays until the wallet has been told.
 */
export const walletCards = pgTable(
  'wallet_cards',
  {
    wallet: text('wallet', { enum: ['apple', 'google'] }).notNull(),
    cardId: text('card_id').notNull(),
    subjectId: text('subject_id').notNull(),
    brandId: text('brand_id').notNull(),
    clientUserId: text('client_user_id'),
    /** The language it was made in. */
    locale: text('locale'),
    shown: text('shown').notNull(),
    seenAsOf: text('seen_as_of'),
    /** When the traveller was last given it. */
    savedAt: instant('saved_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    dueAt: instant('due_at'),
    attempts: integer('attempts').notNull().default(0),
    keptUntil: instant('kept_until').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.wallet, table.cardId] }),
    index('wallet_cards_owner').on(table.brandId, table.clientUserId),
    index('wallet_cards_due').on(table.dueAt).where(sql`${table.dueAt} is not null`),
  ],
);

/**
 * A device that has a card in Apple's wallet and wants to hear of changes. `deviceId` is the device's own secret, `pushToken`
 * its address at Apple: never log either. It knows of changes up to `toldAt`. Goes with its card.
 */
export const walletDevices = pgTable(
  'wallet_devices',
  {
    deviceId: text('device_id').notNull(),
    cardId: text('card_id').notNull(),
    brandId: text('brand_id').notNull(),
    pushToken: text('push_token').notNull(),
    registeredAt: instant('registered_at').notNull(),
    toldAt: instant('told_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deviceId, table.cardId] }),
    index('wallet_devices_card').on(table.cardId),
    index('wallet_devices_token').on(table.brandId, table.pushToken),
  ],
);
