import { getLocale, getTranslations } from 'next-intl/server';
import type { PrebookFlowProps } from '@/components/bookings/prebook-flow';
import type { BookingDto } from '@/lib/contract/bookings';
import { clockTime, shortDate } from '@/lib/format/time';

/** Why a booking cannot be replaced by another one. */
export type NoChange = 'gone' | 'tooLate' | 'never' | 'checking';

type Standing = Pick<BookingDto, 'status' | 'isCancelling' | 'replacedBy' | 'change' | 'cancellation'>;

/** Null: it can be replaced. The server judges again when the new one is sent. */
export function noChange(booking: Standing): NoChange | null {
  const { status, isCancelling, replacedBy, change, cancellation } = booking;
  if (status === 'checking' || isCancelling || change === 'waiting') return 'checking';
  if (replacedBy && change === 'both-stand') return 'tooLate';
  if (status !== 'confirmed' && status !== 'pending') return 'gone';
  if (cancellation.allowed === 'never') return 'never';
  return cancellation.allowed === 'too-late' ? 'tooLate' : null;
}

/** What is told of the booking to be replaced: a note for the page, and what the review says. Times are the place's. */
export async function changeWords(old: BookingDto, { place, passes, nowMs }: Told) {
  const [t, locale] = await Promise.all([getTranslations('prebook.change'), getLocale()]);
  const moment = (at: string) => {
    const reading = { timeZone: old.timeZone, locale };
    return `${shortDate(at, reading, nowMs)}, ${clockTime(at, reading)}`;
  };
  const isSure = old.cancellation.allowed === 'allowed';
  const outcome = t(isSure ? 'sure' : 'unsure', { count: old.visitsUsed });
  const { until } = old.cancellation;
  const city = old.city ?? place.city;
  const lines = [
    outcome,
    isSure && until ? t('until', { date: moment(until), city }) : null,
    passes[0].left < old.visitsUsed ? t('fewer', { count: passes[0].left }) : null,
  ];
  const when = moment(old.startsAt);
  return {
    title: t('title', { date: when, city }),
    lines: lines.filter((line) => line !== null),
    change: { bookingId: old.bookingId, when, outcome },
  };
}

type Told = Pick<PrebookFlowProps, 'place' | 'passes' | 'nowMs'>;
