'use client';

import { useState } from 'react';
import { CONTROL_CLASS, Field, TextField } from '@/components/ui/field';
import { LONGEST_WORDS, REFUSAL_REASONS } from '@/lib/domain/refusal';
import type { TurnedAwayProps } from './turned-away';
import { ELSEWHERE, type Gap, MINUTES_AGO } from './turned-away-body';

type Props = Pick<TurnedAwayProps, 'place' | 'words'> & { gaps: Gap[] };

/** Where, when, why, and in the traveller's own words; nothing about a person. */
export function TurnedAwayFields({ place, words, gaps }: Props) {
  const errorAt = (fieldId: string, message: string) => (gaps.some((gap) => gap.fieldId === fieldId) ? message : null);
  const reasonError = gaps.some((gap) => gap.field === 'reason') ? words.reasonMissing : null;
  return (
    <>
      <Where place={place} words={words} errorAt={errorAt} />
      <Field id="refusal-ago" label={words.when}>
        {(control) => (
          <select {...control} name="ago" defaultValue="0" className={CONTROL_CLASS}>
            {MINUTES_AGO.map((minutes) => (
              <option key={minutes} value={minutes}>
                {words.agos[`m${minutes}`]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="min-w-0">
        <legend className="mb-1.5 font-bold text-15">{words.reason}</legend>
        {reasonError && (
          <p id="refusal-reason-error" className="mb-1 font-semibold text-15 text-critical">
            {reasonError}
          </p>
        )}
        {REFUSAL_REASONS.map((reason) => (
          <label key={reason} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="reason"
              id={`refusal-${reason}`}
              value={reason}
              aria-describedby={reasonError ? 'refusal-reason-error' : undefined}
              className="size-5.5 shrink-0 accent-ink"
            />
            {words.reasons[reason]}
          </label>
        ))}
      </fieldset>
      <Field id="refusal-words" label={words.words} hint={words.wordsHint}>
        {(control) => (
          <textarea {...control} name="words" rows={3} maxLength={LONGEST_WORDS} className={CONTROL_CLASS} />
        )}
      </Field>
    </>
  );
}

function Where({
  place,
  words,
  errorAt,
}: Pick<Props, 'place' | 'words'> & { errorAt: (fieldId: string, message: string) => string | null }) {
  const known = place.kind === 'choice' ? place.places : [];
  const [chosen, setChosen] = useState(place.kind === 'choice' ? (place.chosenId ?? '') : '');
  if (place.kind === 'booking') {
    return (
      <p>
        <span className="block font-bold text-15">{words.place}</span>
        {place.name}
      </p>
    );
  }
  const error = errorAt('refusal-place', words.placeMissing);
  return (
    <>
      {known.length > 0 && (
        <Field id="refusal-place" label={words.place} error={error}>
          {(control) => (
            <select
              {...control}
              name="place"
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
              className={CONTROL_CLASS}
            >
              <option value="">{words.choosePlace}</option>
              {known.map(({ resourceId, name }) => (
                <option key={resourceId} value={resourceId}>
                  {name}
                </option>
              ))}
              <option value={ELSEWHERE}>{words.otherPlace}</option>
            </select>
          )}
        </Field>
      )}
      {(known.length === 0 || chosen === ELSEWHERE) && (
        <TextField
          id="refusal-place-name"
          name="placeName"
          label={words.placeName}
          maxLength={120}
          autoComplete="off"
          error={errorAt('refusal-place-name', words.placeMissing)}
        />
      )}
    </>
  );
}
