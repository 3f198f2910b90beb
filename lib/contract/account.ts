import { z } from 'zod';
import { bookingSchema } from './bookings';
import { instantSchema } from './common';
import { passSchema } from './passes';
import { refusalSchema } from './refusals';

/** `GET /api/account/export`: what is kept about a traveller. Codes and vouchers open doors, so a file never has them. */
export const accountExportSchema = z.object({
  exportedAt: instantSchema,
  brand: z.object({ id: z.string(), name: z.string() }),
  traveller: z.object({
    customerNumber: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string().nullable(),
    phoneNumber: z.string().nullable(),
    locale: z.string().nullable(),
  }),
  passes: z.array(passSchema.extend({ offerId: z.string() })),
  bookings: z.array(bookingSchema.omit({ vouchers: true })),
  /** Times a desk turned the traveller away, as they told it. */
  refusals: z.array(refusalSchema),
  /** Passes and bookings (`of`) saved in a phone's wallet, and how many devices asked to hear of changes. */
  walletCards: z.array(
    z.object({
      wallet: z.enum(['apple', 'google']),
      of: z.string(),
      savedAt: instantSchema,
      devices: z.int(),
    }),
  ),
});
export type AccountExport = z.infer<typeof accountExportSchema>;

export const erasedSchema = z.object({ erased: z.literal(true) });
