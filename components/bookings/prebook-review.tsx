'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { partySize } from '@/lib/domain/party';
import { clockTime, longDate, zoneName } from '@/lib/format/time';
import { CancelOutlookNote } from './cancel-outlook-note';
import { isInfoField, labelOfCode } from './detail-needs';
import type { PrebookChange, PrebookPass, PrebookPlace } from './prebook-place';
import type { PrebookState } from './prebook-state';
import { useOwnTime } from './use-own-time';
import { UsualPrice } from './usual-price';

/** Everything that will be booked, as it will be sent: what is read here is what is confirmed. */
export function PrebookReview({
  state,
  startsAt,
  place,
  pass,
  holder,
  change,
  clock,
}: {
  state: PrebookState;
  startsAt: string;
  place: PrebookPlace;
  pass: PrebookPass;
  holder: string;
  change: PrebookChange | null;
  clock: () => number;
}) {
  const t = useTranslations('prebook');
  const booking = useTranslations('bookings');
  const reading = { timeZone: place.timeZone, locale: useLocale() };
  const ownTime = useOwnTime(startsAt, place.timeZone);
  const visits = partySize(state.party);
  const { firstName, lastName, ...others } = state.reviewedDetails;
  const price = state.hold.kind === 'held' ? state.hold.price : null;
  return (
    <div className="grid gap-4">
      <dl className="divide-y divide-line rounded-card border border-line bg-surface-raised px-4">
        <Fact label={t('review.place')} hint={place.where}>
          {place.name}
        </Fact>
        <Fact
          label={t('review.when')}
          hint={[
            `${booking('inCity', { time: clockTime(startsAt, reading), city: place.city })} (${zoneName(startsAt, reading)})`,
            ownTime,
          ]
            .filter(Boolean)
            .join(' · ')}
        >
          {longDate(startsAt, reading, clock())}
        </Fact>
        <Fact label={t('review.who')}>{booking('party', state.party)}</Fact>
        <Fact label={t('review.name')}>{firstName || lastName ? [firstName, lastName].join(' ').trim() : holder}</Fact>
        {Object.entries(others).map(([field, text]) => (
          <Fact key={field} label={isInfoField(field) ? t(`fields.${field}`) : labelOfCode(field)}>
            {text}
          </Fact>
        ))}
        <Fact label={t('review.pass')} hint={t('uses', { count: visits, left: pass.left - visits })}>
          {pass.title}
        </Fact>
        {change && (
          <Fact label={t('review.replaces')} hint={change.outcome}>
            {change.when}
          </Fact>
        )}
        <Fact label={t('review.cost')} hint={price && <UsualPrice price={price} />}>
          {t('review.nothing')}
        </Fact>
      </dl>
      <CancelOutlookNote place={place} startsAt={startsAt} visits={visits} clock={clock} />
      <p className="text-15 text-ink-muted">
        {t.rich('terms', {
          link: (text) => (
            <Link href="/terms" target="_blank" className="font-bold text-ink underline underline-offset-4">
              {text}
            </Link>
          ),
        })}
      </p>
    </div>
  );
}

function Fact({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 py-3 sm:grid-cols-[9rem_1fr]">
      <dt className="text-15 text-ink-muted">{label}</dt>
      <dd className="min-w-0 break-words font-bold">
        {children}
        {hint && <span className="block font-normal text-15 text-ink-muted">{hint}</span>}
      </dd>
    </div>
  );
}
