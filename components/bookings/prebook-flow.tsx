'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Live } from '@/components/ui/live';
import { PageShell } from '@/components/ui/page-shell';
import type { TimesDto } from '@/lib/contract/resources';
import { partySize } from '@/lib/domain/party';
import { askedFields } from './detail-needs';
import { HoldNotice } from './hold-notice';
import { LostTime } from './lost-time';
import { PrebookBar } from './prebook-bar';
import { PrebookDetails } from './prebook-details';
import { PrebookFailure } from './prebook-failure';
import type { PrebookChange, PrebookPass, PrebookPlace } from './prebook-place';
import { PrebookProblems } from './prebook-problems';
import { PrebookReview } from './prebook-review';
import { type Draft, isLocked, type Slot } from './prebook-state';
import { PrebookStep } from './prebook-step';
import { PrebookWhen } from './prebook-when';
import { useConfirm } from './use-confirm';
import { type PrebookSetup, usePrebook } from './use-prebook';
import { useServerClock } from './use-server-clock';

const FORM_ID = 'prebook-form';

export type PrebookFlowProps = {
  place: PrebookPlace;
  /** At least one; the first is proposed. */
  passes: [PrebookPass, ...PrebookPass[]];
  fresh: Draft;
  times: TimesDto;
  holder: string;
  /** The traveller's tag: whose drafts are restored. */
  owner: string;
  /** The booking that the new one is to replace. */
  change: PrebookChange | null;
  /** About that booking, above everything that is chosen. */
  note: ReactNode;
  nowMs: number;
};

/** Three steps on one page: when and who, your details, review. Each opens under the one before it. */
export function PrebookFlow({ bar, ...props }: PrebookFlowProps & { bar: ReactNode }) {
  const { place, passes, times, holder, owner, change } = props;
  const t = useTranslations('prebook');
  const clock = useServerClock(props.nowMs);
  const [setup] = useState<PrebookSetup>(() => setupOf(props, clock));
  const [state, dispatch] = usePrebook(setup);
  const [asked] = useState(() => askedFields(place.needs));
  const proceed = useConfirm(state, setup, asked, dispatch);
  const pass = passes.find(({ passId }) => passId === state.passId) ?? passes[0];
  const choose = (slot: Slot) => dispatch({ type: 'time-chosen', slot });
  const askAgain = () => dispatch({ type: 'ask-again' });
  const isDetailProblem = Object.keys(state.problems).some((field) => field !== 'at');
  const problems = <PrebookProblems problems={state.problems} round={state.problemRound} />;
  const notice = (
    <Live>
      <HoldNotice state={state} place={place} onChoose={choose} onAgain={askAgain} />
    </Live>
  );
  return (
    <PageShell
      bar={bar}
      width="text"
      actions={<PrebookBar state={state} place={place} pass={pass} clock={clock} formId={FORM_ID} notice={notice} />}
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
        <fieldset role="presentation" disabled={isLocked(state)} className="contents">
          <PrebookStep step="when" intro={`${place.name} · ${place.where}`}>
            {props.note}
            {!isDetailProblem && problems}
            <PrebookWhen {...{ state, dispatch, place, passes, pass, times, clock }} />
          </PrebookStep>
          {state.step !== 'when' && (
            <PrebookStep step="details">
              {isDetailProblem && problems}
              <PrebookDetails
                asked={asked}
                details={state.details}
                problems={state.problems}
                holder={holder}
                owner={owner}
                onType={(field, text) => dispatch({ type: 'detail-typed', field, text })}
              />
            </PrebookStep>
          )}
        </fieldset>
        {state.step === 'review' && state.startsAt && (
          <PrebookStep step="review">
            <PrebookReview
              state={state}
              startsAt={state.startsAt}
              place={place}
              pass={{ ...pass, left: Math.max(pass.left, partySize(state.party)) }}
              holder={holder}
              change={change}
              clock={clock}
            />
            {state.send.kind === 'failed' && <PrebookFailure {...state.send} isChange={change !== null} />}
          </PrebookStep>
        )}
      </form>
      <p className="mt-6 hidden noscript:block">{t('noScript')}</p>
      <LostTime state={state} place={place} onChoose={choose} onClose={() => dispatch({ type: 'lost-closed' })} />
    </PageShell>
  );
}

function setupOf({ place, passes, fresh, times, owner, change }: PrebookFlowProps, clock: () => number): PrebookSetup {
  const of = { owner, resourceId: place.resourceId, change: change?.bookingId ?? null };
  return { of, place, passes, fresh, firstDate: times.firstDate, lastDate: times.lastDate, clock };
}
