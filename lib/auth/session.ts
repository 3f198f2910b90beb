import 'server-only';
import { z } from 'zod';

/** Who is signed in, as sealed in the cookie. `clientUserId` is the partner's id of the traveller, for this brand only. */
export const sessionSchema = z.object({
  brandId: z.string(),
  clientUserId: z.string().min(1),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  phoneNumber: z.string().nullable(),
  locale: z.string().nullable(),
  /** ISO instant after which the session is no longer accepted. */
  expiresAt: z.string(),
});

export type Session = z.infer<typeof sessionSchema>;

/** A traveller as the partner or the demo tells us about them, before a session is made of it. */
export type Traveller = Omit<Session, 'brandId' | 'expiresAt'>;
