import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import type { BookingDto } from '@/lib/contract/bookings';
import type { PassDetail } from '@/lib/contract/passes';
import { MODULE_NAMES } from '@/lib/domain/module';
import type { Voucher } from '@/lib/domain/order';
import { visitPhase, visitWindow } from '@/lib/domain/visit-window';
import { clockTime, expiryDate, longDate, zoneName } from '@/lib/format/time';
import { type Words, wordsFor } from '../words';

/** The network's name on a card, which the desk looks for. */
export const NETWORK = 'DragonPass';

type Fact = { key: string; label: string; value: string };

/**
 * What a wallet keeps of a pass or of one voucher: what the desk compares (acceptance 34), and nothing else of the traveller.
 * Visits left are not on it: a wallet would go on showing a number that is no longer true.
 */
export type WalletCard = {
  /** Ours: opens no door and names nobody. */
  id: string;
  kind: 'pass' | 'booking';
  locale: string;
  title: string;
  /** Null when it opens no door: a card that is in a wallet is then crossed out. */
  voucher: Voucher | null;
  facts: Fact[];
  /** Behind the card. */
  help: Fact[];
  /** ISO instants; what has ended is no longer offered by the wallet. */
  startsAt: string | null;
  endsAt: string | null;
};

/** The card of a pass, without its code while no desk would take it. `wish` is the traveller's language. */
export function passCard(pass: PassDetail, brand: Brand, wish: string | null): WalletCard {
  const { t, locale } = wordsFor(brand, wish);
  const { expiresAt, code } = pass;
  return {
    id: pass.passId,
    kind: 'pass',
    locale,
    title: t(`passes.kind.${MODULE_NAMES[pass.module]}`),
    voucher: code !== null && pass.blockedBy === null ? { code, kind: 'qr' } : null,
    facts: [
      { key: 'name', label: t('passes.panel.name'), value: nameOf(pass.holder) },
      // The day as the pass itself says it: a pass ends by the vendor's clock, in UTC.
      ...(expiresAt
        ? [
            {
              key: 'validUntil',
              label: t('passes.panel.validUntil'),
              value: expiryDate(expiresAt, { timeZone: 'UTC', locale }),
            },
          ]
        : []),
    ],
    help: helpOf(brand, t('wallet.pass'), t),
    startsAt: null,
    endsAt: expiresAt,
  };
}

/** One card for each voucher of a booking; one without a voucher while it has none, or when its time is over. */
export function bookingCards(booking: BookingDto, brand: Brand, wish: string | null, nowMs: number): WalletCard[] {
  const { t, locale } = wordsFor(brand, wish);
  const { startsAt } = booking;
  const isOver = visitPhase(startsAt, nowMs) === 'over';
  const vouchers = booking.status === 'confirmed' && !isOver ? booking.vouchers : [];
  const codes = vouchers.length > 0 ? vouchers : [null];
  const reading = { timeZone: booking.timeZone, locale };
  const when = `${longDate(startsAt, reading, nowMs)}, ${clockTime(startsAt, reading)} (${zoneName(startsAt, reading)})`;
  return codes.map((voucher, index) => ({
    id: vouchers.length > 1 ? `${booking.bookingId}-${index + 1}` : booking.bookingId,
    kind: 'booking',
    locale,
    title: booking.resourceName,
    voucher,
    facts: [
      { key: 'when', label: t('bookings.panel.when'), value: when },
      { key: 'where', label: t('bookings.panel.where'), value: placeOf(booking) },
      { key: 'name', label: t('bookings.panel.name'), value: nameOf(booking.holder) },
      vouchers.length > 1
        ? {
            key: 'guest',
            label: t('bookings.panel.who'),
            value: t('bookings.panel.of', { index: index + 1, count: vouchers.length }),
          }
        : { key: 'party', label: t('bookings.panel.who'), value: t('bookings.party', booking.party) },
    ],
    help: helpOf(brand, t('wallet.booking'), t),
    startsAt,
    endsAt: new Date(visitWindow(startsAt).closesMs).toISOString(),
  }));
}

/** A card that is in a wallet while what it was for is no longer known here. It says no more than that. */
export function endedCard(id: string, brand: Brand, wish: string | null): WalletCard {
  const { t, locale } = wordsFor(brand, wish);
  return {
    id,
    kind: id.startsWith('bk_') ? 'booking' : 'pass',
    locale,
    title: t('wallet.ended'),
    voucher: null,
    facts: [],
    help: helpOf(brand, t('wallet.endedHelp'), t),
    startsAt: null,
    endsAt: null,
  };
}

function helpOf(brand: Brand, tell: string, t: Words): Fact[] {
  return [
    { key: 'tell', label: t('wallet.tell'), value: tell },
    { key: 'help', label: t('wallet.help'), value: `${brand.support.phone}\n${brand.support.email}` },
  ];
}

function nameOf(holder: { firstName: string; lastName: string }): string {
  return `${holder.firstName} ${holder.lastName}`;
}

function placeOf(booking: BookingDto): string {
  const parts = [booking.hubName ?? booking.city, booking.terminal, booking.location];
  return parts.filter(Boolean).join(' · ');
}
