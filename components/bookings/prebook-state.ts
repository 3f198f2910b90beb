import type { ApiErrorCode } from '@/lib/client/api';
import type { Availability } from '@/lib/contract/resources';
import type { Party } from '@/lib/domain/party';
import type { Price } from '@/lib/domain/price';

export type Slot = Availability['alternatives'][number];

/** What went wrong, as a key of words and the number support asks for. `because` says more, where the server told it. */
export type Failure = { code: ApiErrorCode; requestId: string | null; because?: string | undefined };

/**
 * What the place said about the chosen time. `lapsed`: it was kept for us, but not any more; `isElsewhere` when another tab
 * of the traveller went on with the same pass.
 */
export type Hold =
  | { kind: 'none' }
  | { kind: 'asking' }
  | { kind: 'held'; holdId: string; heldUntilMs: number; price: Price | null }
  | { kind: 'taken'; at: string; alternatives: Slot[] }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'lapsed'; isElsewhere: boolean };

export type Held = Extract<Hold, { kind: 'held' }>;

/** How far down the page the traveller has come; earlier steps stay open above it. */
export type Step = 'when' | 'details' | 'review';

export const STEPS: readonly Step[] = ['when', 'details', 'review'];

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
  send: Sending;
  /** Key of this very booking: minted when the review opens, gone when anything in it changes. */
  idempotencyKey: string | null;
  /** The time was lost at the last moment: the traveller is offered others, and keeps all else. */
  lostAt: string | null;
};

/** `isOpen`: nobody here knows what became of it. `isAgain`: nor did anybody when it was sent this time. */
export type Sending =
  | { kind: 'idle' }
  | { kind: 'sending'; isAgain: boolean }
  | { kind: 'failed'; failure: Failure; isOpen: boolean };

export type Draft = Pick<PrebookState, 'date' | 'at' | 'startsAt' | 'party' | 'passId' | 'details'>;

/** A booking that was sent and of which no answer came. */
export type Sent = { draft: Draft; hold: Held; idempotencyKey: string; reviewedDetails: Record<string, string> };

export type PrebookAction =
  | { type: 'date-chosen'; date: string }
  /** `wanted`: the step the address names. */
  | { type: 'restored'; draft: Draft; sent: Sent | null; wanted: Step }
  | { type: 'went-back'; step: Step }
  | { type: 'time-chosen'; slot: Slot }
  | { type: 'party-changed'; party: Party }
  | { type: 'pass-chosen'; passId: string; maxParty: number }
  | { type: 'ask-again' }
  | { type: 'answered'; askId: number; answer: Availability }
  | { type: 'ask-failed'; askId: number; failure: Failure }
  | { type: 'held-elsewhere' }
  | { type: 'ticked'; nowMs: number }
  | { type: 'detail-typed'; field: string; text: string }
  | { type: 'continued' }
  | { type: 'problems-found'; problems: Record<string, string> }
  | { type: 'reviewed'; idempotencyKey: string; details: Record<string, string> }
  | { type: 'sending' }
  | { type: 'send-failed'; failure: Failure }
  | { type: 'slot-lost' }
  | { type: 'lost-closed' };

/** A fresh booking, or one restored from a draft: a restored time is asked about again, unless it is still held. */
export function initialPrebookState(draft: Draft): PrebookState {
  return {
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
}

const LOST: readonly Failure['code'][] = ['offline', 'internal'];
/** Said before anything is looked at: no word about what was sent earlier. */
const UNSEEN: readonly Failure['code'][] = ['rate_limited', 'not_signed_in', 'idempotency_conflict'];

/** How it stands with a booking after sending it has failed. */
export function failedSend({ send }: PrebookState, failure: Failure): Sending & { kind: 'failed' } {
  const isAgain = send.kind === 'sending' && send.isAgain;
  const isOpen = LOST.includes(failure.code) || (isAgain && UNSEEN.includes(failure.code));
  return { kind: 'failed', failure, isOpen };
}

/** Sent, and nobody here knows what became of it: sending the same again tells, and books nothing twice. */
export function isUnanswered({ send }: PrebookState): boolean {
  return send.kind === 'failed' && send.isOpen;
}

/** What has been sent must not be changed until its outcome is known: it would be a second booking. */
export function isLocked(state: PrebookState): boolean {
  return state.send.kind === 'sending' || isUnanswered(state);
}

export function isBefore(step: Step, other: Step): boolean {
  return STEPS.indexOf(step) < STEPS.indexOf(other);
}
