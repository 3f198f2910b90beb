/**
 * The refusals of the vendor's API, by emulator code. Codes and statuses are conventions of this emulator [inferred]; no error table of
 * the vendor's was readable.
 */
const REFUSALS = {
  malformed: { status: 400, code: 40000 },
  'name-bound': { status: 400, code: 40010 },
  'information-missing': { status: 400, code: 40020 },
  unauthorised: { status: 401, code: 40100 },
  'program-not-allowed': { status: 403, code: 40300 },
  'not-found': { status: 404, code: 40400 },
  'pass-expired': { status: 409, code: 40901 },
  'pass-cancelled': { status: 409, code: 40902 },
  'no-usages-left': { status: 409, code: 40903 },
  'resource-not-allowed': { status: 409, code: 40904 },
  'slot-unavailable': { status: 409, code: 40910 },
  'prebooking-token-spent': { status: 409, code: 40911 },
  'outside-cancellation-window': { status: 409, code: 40920 },
  'not-cancellable': { status: 409, code: 40921 },
  'membership-status-forbidden': { status: 409, code: 40930 },
  'request-id-reused': { status: 409, code: 40940 },
  'too-many-requests': { status: 429, code: 42900 },
  internal: { status: 500, code: 50000 },
} as const satisfies Record<string, { status: number; code: number }>;

export type RefusalReason = keyof typeof REFUSALS;

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: number;

  constructor(
    readonly reason: RefusalReason,
    message: string,
  ) {
    super(message);
    this.status = REFUSALS[reason].status;
    this.code = REFUSALS[reason].code;
  }
}
