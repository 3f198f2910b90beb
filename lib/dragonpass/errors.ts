import 'server-only';
import { INFO_FIELDS, type InfoField } from '@/lib/domain/required-info';
import type { Operation } from './versions';

export type DragonPassErrorKind =
  | 'timeout'
  | 'unreachable'
  | 'unauthorised'
  | 'rate-limited'
  | 'rejected'
  | 'unavailable'
  | 'unexpected-reply';

/** Why the vendor refused, for kind `rejected`. */
export type RejectionReason =
  | 'not-found'
  | 'name-conflict'
  | 'missing-info'
  | 'slot-unavailable'
  | 'token-expired'
  | 'pass-expired'
  | 'pass-cancelled'
  | 'no-visits-left'
  | 'place-not-allowed'
  | 'too-late-to-cancel'
  | 'not-cancellable'
  | 'already-cancelled'
  | 'party-too-large'
  | 'place-closed'
  | 'not-prebookable'
  /** There is such an order already. */
  | 'duplicate'
  /** The request id was used before, for something else. */
  | 'request-reused'
  | 'other';

type Details = {
  kind: DragonPassErrorKind;
  operation: Operation;
  /** True when the vendor may have done what was asked although we cannot know. */
  outcomeUnknown: boolean;
  status?: number | null;
  vendorCode?: number | null;
  vendorMessage?: string | null;
  vendorRequestId?: string | null;
  reason?: RejectionReason | null;
  fields?: readonly InfoField[];
  retryAfterMs?: number | null;
  cause?: unknown;
};

const PASSING: readonly DragonPassErrorKind[] = ['timeout', 'unreachable', 'rate-limited', 'unavailable'];

/**
 * The one error this folder throws. Its text carries no body, id or URL, so it may be logged; `vendorMessage` may hold
 * personal data, is not enumerable, and is neither logged nor shown.
 */
export class DragonPassError extends Error {
  override name = 'DragonPassError';
  readonly kind: DragonPassErrorKind;
  readonly operation: Operation;
  /** The same call may be made again by and by: the trouble passes, and nothing can have happened meanwhile. */
  readonly retryable: boolean;
  readonly outcomeUnknown: boolean;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  readonly vendorCode: number | null;
  declare readonly vendorMessage: string | null;
  /** The id the vendor can find the call by: its own if it gave one, else the one we sent. */
  readonly vendorRequestId: string | null;
  readonly reason: RejectionReason | null;
  /** Pieces of booking information that the refusal names. */
  readonly fields: readonly InfoField[];
  /** How long the vendor asked us to wait. */
  readonly retryAfterMs: number | null;

  constructor(details: Details) {
    const facts = [details.reason, details.status && `status ${details.status}`].filter(Boolean).join(', ');
    super(
      `DragonPass ${details.operation}: ${details.kind}${facts && ` (${facts})`}`,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.kind = details.kind;
    this.operation = details.operation;
    this.outcomeUnknown = details.outcomeUnknown;
    this.retryable = PASSING.includes(details.kind) && !details.outcomeUnknown;
    this.status = details.status ?? null;
    this.vendorCode = details.vendorCode ?? null;
    Object.defineProperty(this, 'vendorMessage', { value: details.vendorMessage ?? null, enumerable: false });
    this.vendorRequestId = details.vendorRequestId ?? null;
    this.reason = details.kind === 'rejected' ? (details.reason ?? 'other') : null;
    this.fields = details.fields ?? [];
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

/** The only place that knows the vendor's error codes. All [inferred]: no table of theirs was readable. */
const REASON_OF_CODE: Readonly<Record<number, RejectionReason>> = {
  40010: 'name-conflict',
  40020: 'missing-info',
  40400: 'not-found',
  40901: 'pass-expired',
  40902: 'pass-cancelled',
  40903: 'no-visits-left',
  40904: 'place-not-allowed',
  40910: 'slot-unavailable',
  40911: 'token-expired',
  40920: 'too-late-to-cancel',
  40921: 'not-cancellable',
  40940: 'request-reused',
};

/** Reasons that only the status tells, for codes that the table does not have. */
const REASON_OF_STATUS: Readonly<Record<number, RejectionReason>> = { 404: 'not-found', 410: 'not-found' };

/** What refusals without a code of their own say, by the wire names they quote and the words they use [inferred]. */
const REASON_OF_WORDS: readonly [RegExp, RejectionReason][] = [
  [/\b(already|duplicate)\b.{0,40}\b(book|order|exist)|\bduplicate\b/i, 'duplicate'],
  [/\b(takes no|does not (accept|support|take)).{0,20}(pre-?)?booking/i, 'not-prebookable'],
  [/\b(adultCount|childCount|passengers|party|too many (people|guests))\b/i, 'party-too-large'],
  [/\b(closed|opening hours|business hours|prebookingDate)\b/i, 'place-closed'],
];

/** Why a call was refused. What has no code of its own is told by the text [inferred]. */
export function reasonOf(status: number, vendorCode: number | null, vendorMessage: string | null): RejectionReason {
  const words = vendorMessage ?? '';
  const reason = (vendorCode === null ? undefined : REASON_OF_CODE[vendorCode]) ?? REASON_OF_STATUS[status];
  if (reason === 'not-cancellable' && /already.{0,20}cancel/i.test(words)) return 'already-cancelled';
  return reason ?? REASON_OF_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}

/**
 * The HTTP class of an answer. A refusal inside a 200 is read by its code, whose first three digits are a status
 * [inferred]; any other non-zero code is a refusal of what was asked.
 */
export function statusClassOf(status: number, vendorCode: number | null): number {
  if (status >= 300 || vendorCode === null || vendorCode === 0) return status;
  const digits = String(Math.abs(vendorCode));
  const meant = Number(digits.slice(0, 3));
  return (digits.length === 3 || digits.length === 5) && meant >= 400 && meant < 600 ? meant : 400;
}

/** The pieces of booking information a refusal names by their wire names. */
export function namedFields(vendorMessage: string | null): InfoField[] {
  return INFO_FIELDS.filter((field) => new RegExp(`\\b${field}\\b`, 'i').test(vendorMessage ?? ''));
}
