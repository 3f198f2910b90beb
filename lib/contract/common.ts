import { z } from 'zod';
import { MODULES } from '@/lib/domain/module';

export const moduleSchema = z.union(MODULES.map((module) => z.literal(module)));

/** A module as it arrives in a query string. */
export const moduleParamSchema = z.enum(['1', '2', '3', '4']).transform((text) => MODULES[Number(text) - 1] ?? 1);

/** Our own opaque ids (passes, bookings, holds): never a vendor's id, so they may stand in a URL. */
export const opaqueIdSchema = z.string().regex(/^[a-z]{2}_[0-9A-Za-z]{16,32}$/);

export const hubCodeSchema = z
  .string()
  .regex(/^[0-9A-Za-z-]{2,16}$/)
  .transform((text) => text.toUpperCase());

export const resourceIdSchema = z
  .string()
  .regex(/^[0-9A-Za-z-]{2,20}$/)
  .transform((text) => text.toUpperCase());

/** `YYYY-MM-DD` that stands in the calendar. */
export const localDateSchema = z.iso.date();

/** `YYYY-MM-DDTHH:mm` on the place's clock, no offset. */
export const localTimeSchema = z.iso.datetime({ local: true, precision: -1 }).refine((text) => text.length === 16);

/** ISO 8601 with an offset or `Z`. */
export const instantSchema = z.iso.datetime({ offset: true });

export const partySchema = z.object({
  adults: z.int().min(1).max(99),
  children: z.int().min(0).max(99),
});

/** What a write that has no fields takes: nothing, or an empty object. */
export const emptyBodySchema = z.object({}).optional();
