'use client';

import { useTranslations } from 'next-intl';
import type { TimesDto } from '@/lib/contract/resources';
import { maxParty, partySize } from '@/lib/domain/party';
import { CancelOutlookNote } from './cancel-outlook-note';
import { DayPicker } from './day-picker';
import { otherPass } from './hold-notice';
import { PartyPicker } from './party-picker';
import { PassChoice } from './pass-choice';
import type { PrebookPass, PrebookPlace } from './prebook-place';
import { isLocked, type PrebookAction, type PrebookState, type Slot } from './prebook-state';
import { TimeGrid } from './time-grid';

/** Step one: day, time, people, pass. A chosen time is asked about at once. */
export function PrebookWhen({
  state,
  dispatch,
  place,
  passes,
  pass,
  times,
  clock,
}: {
  state: PrebookState;
  dispatch: (action: PrebookAction) => void;
  place: PrebookPlace;
  passes: PrebookPass[];
  pass: PrebookPass;
  times: TimesDto;
  clock: () => number;
}) {
  const t = useTranslations('prebook');
  const choose = (slot: Slot) => dispatch({ type: 'time-chosen', slot });
  return (
    <div className="grid grid-cols-1 gap-6">
      <DayPicker
        date={state.date}
        firstDate={times.firstDate}
        lastDate={times.lastDate}
        isLocked={isLocked(state)}
        onChoose={(date) => dispatch({ type: 'date-chosen', date })}
      />
      <div className="grid grid-cols-1 gap-3">
        <TimeGrid
          place={place}
          date={state.date}
          at={state.at}
          takenTimes={state.takenTimes}
          initial={times}
          hasProblem={'at' in state.problems}
          onChoose={choose}
        />
      </div>
      <PartyPicker
        party={state.party}
        placeLimit={place.maxParty}
        visitsLeft={pass.left}
        childRules={place.children}
        morePassHref={otherPass(place)}
        onChange={(party) => dispatch({ type: 'party-changed', party })}
      />
      <PassChoice
        passes={passes}
        passId={state.passId}
        onChoose={({ passId, left }) =>
          dispatch({ type: 'pass-chosen', passId, maxParty: maxParty(place.maxParty, left) })
        }
      />
      {state.startsAt && (
        <CancelOutlookNote place={place} startsAt={state.startsAt} visits={partySize(state.party)} clock={clock} />
      )}
      {place.conditions && (
        <details className="rounded-card border border-line bg-surface-raised px-4 py-1">
          <summary className="min-h-11 py-2.5 font-bold">{t('rules')}</summary>
          <p className="whitespace-pre-line pb-3 text-15">{place.conditions}</p>
        </details>
      )}
    </div>
  );
}
