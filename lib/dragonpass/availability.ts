import 'server-only';
import type { Module } from '@/lib/domain/module';
import type { LocalTime } from '@/lib/domain/place-time';
import type { Price } from '@/lib/domain/price';
import type { Context } from './context';
import { DragonPassError } from './errors';
import { PATHS } from './versions';
import { availabilityInputSchema, availabilitySchema } from './wire/availability';

export type AvailabilityQuestion = {
  /** With a pass the place is held, and an earlier hold of the same pass is let go. */
  ePassId?: string;
  module: Module;
  resourceId: string;
  at: LocalTime;
  adults: number;
  children: number;
  requestId: string;
};

export type AvailabilityAnswer = {
  available: boolean;
  prebookingToken: string | null;
  /** End of the token's life, epoch milliseconds. */
  validUntilMs: number | null;
  price: Price | null;
};

/** Some vendors' seconds are milliseconds: this many seconds would be the year 5138. */
const LARGEST_SECONDS = 100_000_000_000;

export function createAvailabilityCalls({ call }: Context) {
  return {
    /** A full slot is an answer, not an error. Asked with a pass it takes a hold, so it is not repeated. */
    async checkAvailability(question: AvailabilityQuestion): Promise<AvailabilityAnswer> {
      const { ePassId, module, resourceId, at, adults, children, requestId } = question;
      const operation = 'availability';
      const wire = await call({
        operation,
        method: 'POST',
        path: PATHS.availability,
        input: {
          ...(ePassId === undefined ? {} : { ePassId }),
          module,
          resourceId,
          prebookingDate: at,
          adultCount: adults,
          childCount: children,
        },
        inputSchema: availabilityInputSchema,
        outputSchema: availabilitySchema,
        isRepeatable: ePassId === undefined,
        requestId,
      });
      // Free, but with nothing to order it by, would lead a traveller into a dead end.
      if (wire.available && ePassId !== undefined && wire.prebookingToken === null) {
        throw new DragonPassError({ kind: 'unexpected-reply', operation, outcomeUnknown: true, status: 200 });
      }
      return {
        available: wire.available,
        prebookingToken: wire.available ? wire.prebookingToken : null,
        validUntilMs: wire.available ? millisecondsOf(wire.validUntil) : null,
        price: wire.price,
      };
    },
  };
}

function millisecondsOf(value: number | null): number | null {
  if (value === null) return null;
  return value > LARGEST_SECONDS ? value : value * 1000;
}
