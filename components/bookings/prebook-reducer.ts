import type { Availability } from '@/lib/contract/resources';
import { type Party, partySize } from '@/lib/domain/party';
import {
  failedSend,
  initialPrebookState,
  isBefore,
  isLocked,
  isUnanswered,
  type PrebookAction,
  type PrebookState,
} from './prebook-state';

const NO_TIME = { at: null, startsAt: null, hold: { kind: 'none' } } as const;

export function prebookReducer(state: PrebookState, action: PrebookAction): PrebookState {
  switch (action.type) {
    case 'restored':
      return restored(state, action);
    case 'answered':
      return action.askId === state.askId ? answered(state, action.answer) : state;
    case 'ask-failed':
      if (action.askId !== state.askId) return state;
      return { ...state, hold: { kind: 'failed', failure: action.failure }, isWaitingToContinue: false };
    case 'ticked':
      return state.hold.kind === 'held' && action.nowMs >= state.hold.heldUntilMs ? lapsed(state, false) : state;
    case 'held-elsewhere':
      return state.hold.kind === 'held' ? lapsed(state, true) : state;
    case 'sending':
    case 'send-failed':
    case 'slot-lost':
    case 'lost-closed':
    case 'problems-found':
      return confirming(state, action);
    default:
      return isLocked(state) ? state : choosing(state, action);
  }
}

type Confirming = Extract<
  PrebookAction,
  { type: 'sending' | 'send-failed' | 'slot-lost' | 'lost-closed' | 'problems-found' }
>;
type Heard = Extract<PrebookAction, { type: 'restored' | 'answered' | 'ask-failed' | 'ticked' | 'held-elsewhere' }>;
type Choosing = Exclude<PrebookAction, Confirming | Heard>;

/** What the traveller does before anything is sent. */
function choosing(state: PrebookState, action: Choosing): PrebookState {
  switch (action.type) {
    case 'date-chosen':
      if (action.date === state.date) return state;
      return { ...edited(state), ...NO_TIME, date: action.date, askId: state.askId + 1 };
    case 'time-chosen':
      return asking({
        ...edited(state),
        ...action.slot,
        // A free time near the wanted one may be on the next day.
        date: action.slot.at.slice(0, 10),
        problems: without(state.problems, 'at'),
      });
    case 'party-changed':
      return reasked({ ...edited(state), party: action.party, takenTimes: [] });
    case 'pass-chosen':
      if (action.passId === state.passId) return state;
      return reasked({
        ...edited(state),
        passId: action.passId,
        party: fitted(state.party, action.maxParty),
        takenTimes: [],
      });
    case 'ask-again':
      return reasked(edited(state));
    case 'detail-typed':
      return {
        ...edited(state),
        details: { ...state.details, [action.field]: action.text },
        problems: without(state.problems, action.field),
      };
    case 'continued':
      return continued(state);
    case 'went-back':
      return isBefore(action.step, state.step) ? { ...edited(state), step: action.step, problems: {} } : state;
    case 'reviewed':
      return {
        ...state,
        step: 'review',
        problems: {},
        idempotencyKey: action.idempotencyKey,
        reviewedDetails: action.details,
        send: { kind: 'idle' },
      };
  }
}

/** From the review on. */
function confirming(state: PrebookState, action: Confirming): PrebookState {
  switch (action.type) {
    case 'sending':
      if (state.hold.kind !== 'held' || !state.idempotencyKey) return state;
      return { ...state, send: { kind: 'sending', isAgain: isUnanswered(state) } };
    case 'send-failed':
      return { ...state, send: failedSend(state, action.failure) };
    case 'slot-lost':
      return state.at === null ? state : asking({ ...edited(state), lostAt: state.at });
    case 'lost-closed':
      return { ...state, lostAt: null };
    case 'problems-found':
      return withProblems({ ...edited(state), send: { kind: 'idle' } }, action.problems);
  }
}

/** What was sent without an answer comes first: until its outcome is known, nothing else may be booked. */
function restored(state: PrebookState, { draft, sent, wanted }: Extract<PrebookAction, { type: 'restored' }>) {
  // The number goes on, so that an answer to a question from before the restoring is dropped.
  const fresh = { ...initialPrebookState(sent?.draft ?? draft), askId: state.askId };
  if (sent) {
    const { hold, idempotencyKey, reviewedDetails } = sent;
    const send = { kind: 'failed', failure: { code: 'offline', requestId: null }, isOpen: true } as const;
    return { ...fresh, step: 'review' as const, hold, idempotencyKey, reviewedDetails, send };
  }
  return fresh.at === null ? fresh : { ...asking(fresh), isWaitingToContinue: wanted !== 'when' };
}

/** The step after which the button leads: it is shown on it, and says what is still missing when pressed too early. */
function continued(state: PrebookState): PrebookState {
  if (state.hold.kind === 'asking') return { ...state, isWaitingToContinue: true };
  if (state.at === null || state.hold.kind === 'taken') return withProblems(state, { at: 'time_required' });
  if (state.hold.kind !== 'held') return { ...asking(state), isWaitingToContinue: true };
  return { ...state, step: state.step === 'when' ? 'details' : state.step, problems: without(state.problems, 'at') };
}

function answered(state: PrebookState, answer: Availability): PrebookState {
  if (!answer.available || !answer.holdId || !answer.heldUntil) return taken(state, answer);
  const held: PrebookState = {
    ...state,
    hold: {
      kind: 'held',
      holdId: answer.holdId,
      heldUntilMs: Date.parse(answer.heldUntil),
      price: answer.price ?? null,
    },
    isWaitingToContinue: false,
    problems: without(state.problems, 'at'),
    // Another time than the lost one settles the matter; the same one again is worth telling.
    lostAt: state.lostAt === state.at ? state.lostAt : null,
  };
  return state.isWaitingToContinue ? continued(held) : held;
}

function taken(state: PrebookState, answer: Availability): PrebookState {
  const at = state.at ?? '';
  return {
    ...state,
    at: null,
    startsAt: null,
    hold: { kind: 'taken', at, alternatives: answer.alternatives },
    takenTimes: state.takenTimes.includes(at) ? state.takenTimes : [...state.takenTimes, at],
    isWaitingToContinue: false,
  };
}

/** Once it is sent, and until its outcome is known, the server has the word. */
function lapsed(state: PrebookState, isElsewhere: boolean): PrebookState {
  return isLocked(state) ? state : { ...edited(state), hold: { kind: 'lapsed', isElsewhere } };
}

/** Whatever is changed after the review opened closes it: what is confirmed is what was read. */
function edited(state: PrebookState): PrebookState {
  return {
    ...state,
    step: state.step === 'review' ? 'details' : state.step,
    idempotencyKey: null,
    isWaitingToContinue: false,
    send: { kind: 'idle' },
  };
}

function asking(state: PrebookState): PrebookState {
  return { ...state, hold: { kind: 'asking' }, askId: state.askId + 1 };
}

/** Asks again about the chosen time; with none chosen, what was said of an earlier party or pass no longer counts. */
function reasked(state: PrebookState): PrebookState {
  return state.at === null ? { ...state, hold: { kind: 'none' } } : asking(state);
}

function withProblems(state: PrebookState, problems: Record<string, string>): PrebookState {
  return { ...state, problems, problemRound: state.problemRound + 1 };
}

/** Children go first: somebody grown up has to bring them. */
export function fitted(party: Party, most: number): Party {
  const over = Math.max(0, partySize(party) - most);
  const children = Math.max(0, party.children - over);
  return { adults: Math.max(1, Math.min(party.adults, most - children)), children };
}

function without(problems: Record<string, string>, field: string): Record<string, string> {
  const { [field]: _gone, ...rest } = problems;
  return rest;
}
