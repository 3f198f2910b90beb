import type { ApiErrorCode } from '@/lib/client/api';
import type { Availability } from '@/lib/contract/resources';
import { type Party, partySize } from '@/lib/domain/party';

export type Slot = Availability['alternatives'][number];
export type Price = NonNullable<Availability['price']>;

/** What went wrong, as a key of words and the number support asks for. */
export type Failure = { code: ApiErrorCode; requestId: string | null };

/** What the place said about the chosen time. `lapsed`: it was kept for us, but not any more. */
export type Hold =
  | { kind: 'none' }
  | { kind: 'asking' }
  | { kind: 'held'; holdId: string; heldUntilMs: number; price: Price | null }
  | { kind: 'taken'; at: string; alternatives: Slot[] }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'lapsed' };

/** How far down the page the traveller has come; earlier steps stay open above it. */
export type Step = 'when' | 'details' | 'review';

export type PrebookState = {
  step: Step;
  /** The place's calendar day, `YYYY-MM-DD`. */
  date: string;
  /** The place's clock, `YYYY-MM-DDTHH:mm`; null until one is chosen, and again when it turns out to be taken. */
  at: string | null;
  /** The chosen time as an instant with the place's offset; null with `at`. */
  startsAt: string | null;
  party: Party;
  passId: string;
  hold: Hold;
  /** Number of the latest question to the place; answers to earlier ones are dropped. */
  askId: number;
  /** Times the place refused for this party and pass, to be struck out. */
  takenTimes: string[];
  /** Continue was pressed while the place was being asked: goes on by itself when the answer is yes. */
  isWaitingToContinue: boolean;
  /** As typed, by field. */
  details: Record<string, string>;
  /** As checked and normalised when the review opened: what is sent. */
  reviewedDetails: Record<string, string>;
  /** Field → message key, in the order of the page. `at` is the time. */
  problems: Record<string, string>;
  /** Rises each time the traveller is told about problems, so that focus moves even when they are the same ones. */
  problemRound: number;
  send: { kind: 'idle' } | { kind: 'sending' } | { kind: 'failed'; failure: Failure };
  /** Key of this very booking: minted when the review opens, gone when anything in it changes. */
  idempotencyKey: string | null;
  /** The time was lost at the last moment: the traveller is offered others, and keeps all else. */
  lostAt: string | null;
};

export type PrebookAction =
  | { type: 'date-chosen'; date: string }
  | { type: 'restored'; draft: Draft }
  | { type: 'time-chosen'; slot: Slot }
  | { type: 'party-changed'; party: Party }
  | { type: 'pass-chosen'; passId: string; maxParty: number }
  | { type: 'ask-again' }
  | { type: 'answered'; askId: number; answer: Availability }
  | { type: 'ask-failed'; askId: number; failure: Failure }
  | { type: 'ticked'; nowMs: number }
  | { type: 'detail-typed'; field: string; text: string }
  | { type: 'continued' }
  | { type: 'problems-found'; problems: Record<string, string> }
  | { type: 'reviewed'; idempotencyKey: string; details: Record<string, string> }
  | { type: 'sending' }
  | { type: 'send-failed'; failure: Failure }
  | { type: 'slot-lost' }
  | { type: 'lost-closed' };

export type Draft = Pick<PrebookState, 'date' | 'at' | 'startsAt' | 'party' | 'passId' | 'details'>;

/** A fresh booking, or one restored from a draft: a restored time is asked about again, its old hold is not trusted. */
export function initialPrebookState(draft: Draft): PrebookState {
  const state: PrebookState = {
    ...draft,
    step: 'when',
    hold: { kind: 'none' },
    askId: 0,
    takenTimes: [],
    isWaitingToContinue: false,
    reviewedDetails: {},
    problems: {},
    problemRound: 0,
    send: { kind: 'idle' },
    idempotencyKey: null,
    lostAt: null,
  };
  return draft.at === null ? state : asking(state);
}

const NO_TIME = { at: null, startsAt: null, hold: { kind: 'none' } } as const;

export function prebookReducer(state: PrebookState, action: PrebookAction): PrebookState {
  switch (action.type) {
    case 'date-chosen':
      if (action.date === state.date) return state;
      return { ...edited(state), ...NO_TIME, date: action.date, askId: state.askId + 1 };
    case 'restored':
      return initialPrebookState(action.draft);
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
    case 'answered':
      return action.askId === state.askId ? answered(state, action.answer) : state;
    case 'ask-failed':
      if (action.askId !== state.askId) return state;
      return { ...state, hold: { kind: 'failed', failure: action.failure }, isWaitingToContinue: false };
    case 'ticked':
      return ticked(state, action.nowMs);
    case 'detail-typed':
      return {
        ...edited(state),
        details: { ...state.details, [action.field]: action.text },
        problems: without(state.problems, action.field),
      };
    case 'continued':
      return continued(state);
    case 'problems-found':
      return withProblems({ ...edited(state), send: { kind: 'idle' } }, action.problems);
    default:
      return confirming(state, action);
  }
}

type Confirming = Extract<PrebookAction['type'], 'reviewed' | 'sending' | 'send-failed' | 'slot-lost' | 'lost-closed'>;

/** From the review on. */
function confirming(state: PrebookState, action: Extract<PrebookAction, { type: Confirming }>): PrebookState {
  switch (action.type) {
    case 'reviewed':
      return {
        ...state,
        step: 'review',
        problems: {},
        idempotencyKey: action.idempotencyKey,
        reviewedDetails: action.details,
        send: { kind: 'idle' },
      };
    case 'sending':
      return state.hold.kind === 'held' && state.idempotencyKey ? { ...state, send: { kind: 'sending' } } : state;
    case 'send-failed':
      return { ...state, send: { kind: 'failed', failure: action.failure } };
    case 'slot-lost':
      return state.at === null ? state : asking({ ...edited(state), lostAt: state.at });
    case 'lost-closed':
      return { ...state, lostAt: null };
  }
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

function ticked(state: PrebookState, nowMs: number): PrebookState {
  const isOver = state.hold.kind === 'held' && nowMs >= state.hold.heldUntilMs;
  // While the booking is being sent the server has the word.
  return isOver && state.send.kind !== 'sending' ? { ...edited(state), hold: { kind: 'lapsed' } } : state;
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
function fitted(party: Party, most: number): Party {
  const over = Math.max(0, partySize(party) - most);
  const children = Math.max(0, party.children - over);
  return { adults: Math.max(1, Math.min(party.adults, most - children)), children };
}

function without(problems: Record<string, string>, field: string): Record<string, string> {
  const { [field]: _gone, ...rest } = problems;
  return rest;
}
