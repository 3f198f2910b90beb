'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Live } from '@/components/ui/live';
import { PageShell } from '@/components/ui/page-shell';
import type { TimesDto } from '@/lib/contract/resources';
import { partySize } from '@/lib/domain/party';
import { askedFields } from './detail-needs';
import { HoldNotice } from './hold-notice';
import { LostDialog } from './lost-dialog';
import { PrebookBar } from './prebook-bar';
import { PrebookDetails } from './prebook-details';
import { PrebookFailure } from './prebook-failure';
import type { PrebookPass, PrebookPlace } from './prebook-place';
import { PrebookProblems } from './prebook-problems';
import { PrebookReview } from './prebook-review';
import type { Draft, Slot } from './prebook-state';
import { PrebookStep } from './prebook-step';
import { PrebookWhen } from './prebook-when';
import { useConfirm } from './use-confirm';
import { type PrebookSetup, usePrebook } from './use-prebook';
import { useServerClock } from './use-server-clock';

const FORM_ID = 'prebook-form';

/** Three steps on one page: when and who, your details, review. Each opens under the one before it. */
export function PrebookFlow({
  place,
  passes,
  fresh,
  times,
  holder,
  nowMs,
  bar,
}: {
  place: PrebookPlace;
  /** At least one; the first is proposed. */
  passes: [PrebookPass, ...PrebookPass[]];
  fresh: Draft;
  times: TimesDto;
  holder: string;
  nowMs: number;
  bar: ReactNode;
}) {
  const t = useTranslations('prebook');
  const clock = useServerClock(nowMs);
  const [setup] = useState<PrebookSetup>({
    place,
    passes,
    fresh,
    firstDate: times.firstDate,
    lastDate: times.lastDate,
    clock,
  });
  const [state, dispatch] = usePrebook(setup);
  const [asked] = useState(() => askedFields(place.needs));
  const proceed = useConfirm(state, place.needs, asked, dispatch);
  const pass = passes.find(({ passId }) => passId === state.passId) ?? passes[0];
  const choose = (slot: Slot) => dispatch({ type: 'time-chosen', slot });
  const isDetailProblem = Object.keys(state.problems).some((field) => field !== 'at');
  const problems = <PrebookProblems problems={state.problems} round={state.problemRound} />;
  return (
    <PageShell
      bar={bar}
      width="text"
      actions={
        <PrebookBar
          state={state}
          place={place}
          pass={pass}
          clock={clock}
          formId={FORM_ID}
          notice={
            <Live>
              <HoldNotice
                state={state}
                place={place}
                onChoose={choose}
                onAgain={() => dispatch({ type: 'ask-again' })}
              />
            </Live>
          }
        />
      }
    >
      <form
        id={FORM_ID}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void proceed();
        }}
        className="grid grid-cols-1 gap-10"
      >
        <PrebookStep step="when" intro={`${place.name} · ${place.where}`}>
          {!isDetailProblem && problems}
          <PrebookWhen
            state={state}
            dispatch={dispatch}
            place={place}
            passes={passes}
            pass={pass}
            times={times}
            clock={clock}
          />
        </PrebookStep>
        {state.step !== 'when' && (
          <PrebookStep step="details">
            {isDetailProblem && problems}
            <PrebookDetails
              asked={asked}
              details={state.details}
              problems={state.problems}
              holder={holder}
              onType={(field, text) => dispatch({ type: 'detail-typed', field, text })}
            />
          </PrebookStep>
        )}
        {state.step === 'review' && state.startsAt && (
          <PrebookStep step="review">
            <PrebookReview
              state={state}
              startsAt={state.startsAt}
              place={place}
              pass={{ ...pass, left: Math.max(pass.left, partySize(state.party)) }}
              holder={holder}
              clock={clock}
            />
            {state.send.kind === 'failed' && <PrebookFailure failure={state.send.failure} />}
          </PrebookStep>
        )}
      </form>
      <p className="mt-6 hidden noscript:block">{t('noScript')}</p>
      <LostDialog state={state} place={place} onChoose={choose} onClose={() => dispatch({ type: 'lost-closed' })} />
    </PageShell>
  );
}
