import { z } from 'zod';

/** `GET /api/session`: who is signed in, for the brand of this host. */
export const sessionSchema = z.object({
  signedIn: z.boolean(),
  brand: z.object({ id: z.string(), name: z.string() }),
  traveller: z
    .object({
      firstName: z.string(),
      lastName: z.string(),
      email: z.string().nullable(),
      locale: z.string().nullable(),
    })
    .nullable(),
});
export type SessionDto = z.infer<typeof sessionSchema>;

export const signedOutSchema = z.object({ signedIn: z.literal(false) });
