'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Live } from '@/components/ui/live';
import { Notice } from '@/components/ui/notice';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { useHydrated } from '@/components/ui/use-hydrated';
import { timesOptions } from '@/lib/client/availability';
import type { TimesDto } from '@/lib/contract/resources';
import { clockTime } from '@/lib/format/time';
import { Patience } from './patience';
import type { PrebookPlace } from './prebook-place';
import type { Slot } from './prebook-state';
import { TimePill } from './time-pill';

/** The times of a day as large radios, on the place's clock. What the place has refused is struck out, with the word. */
export function TimeGrid({
  place,
  date,
  at,
  takenTimes,
  initial,
  hasProblem,
  onChoose,
}: {
  place: PrebookPlace;
  date: string;
  at: string | null;
  takenTimes: string[];
  initial: TimesDto;
  hasProblem: boolean;
  onChoose: (slot: Slot) => void;
}) {
  const t = useTranslations('prebook');
  const locale = useLocale();
  const isHydrated = useHydrated();
  const times = useQuery({
    ...timesOptions(place.resourceId, date),
    ...(date === initial.date ? { initialData: initial } : {}),
  });
  const reading = { timeZone: place.timeZone, locale };
  return (
    <fieldset
      id="prebook-at"
      tabIndex={-1}
      disabled={!isHydrated}
      aria-describedby={hasProblem ? 'prebook-at-error' : undefined}
      className="min-w-0"
    >
      <legend className="overline mb-2">{t('timeIn', { city: place.city })}</legend>
      {hasProblem && (
        <p id="prebook-at-error" className="mb-2 font-semibold text-15 text-critical">
          {t('problems.time_required')}
        </p>
      )}
      {times.isPending && (
        <>
          <TimesSkeleton label={t('loadingTimes')} />
          <p role="status" className="mt-2 text-15 text-ink-muted">
            <Patience />
          </p>
        </>
      )}
      {times.isError && (
        <Notice tone="critical" isAlert>
          <p>{t('timesFailed')}</p>
          <div className="mt-1">
            <Button variant="secondary" size="small" onClick={() => times.refetch()}>
              {t('hold.retry')}
            </Button>
          </div>
        </Notice>
      )}
      <Live>{times.data?.times.length === 0 && <Notice>{t('noTimes')}</Notice>}</Live>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
        {times.data?.times.map((slot) => (
          <TimePill
            key={slot.at}
            slot={slot}
            clock={clockTime(slot.startsAt, reading)}
            placeZone={place.timeZone}
            isChosen={slot.at === at}
            isTaken={takenTimes.includes(slot.at)}
            onChoose={onChoose}
          />
        ))}
      </div>
    </fieldset>
  );
}

function TimesSkeleton({ label }: { label: string }) {
  return (
    <SkeletonGroup label={label}>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
        {Array.from({ length: 12 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: twelve equal grounds that never change places.
          <Skeleton key={index} className="h-15 rounded-control" />
        ))}
      </div>
    </SkeletonGroup>
  );
}
