import 'server-only';
import { z } from 'zod';
import { lenient, textSchema } from './primitives';

/** Field names as documented, which are not OAuth's [doc v1 338386m0]. */
export const tokenInputSchema = z.object({ clientId: z.string(), secret: z.string() });

/** The answer's field name was not visible: four readings are taken (0.2). */
export const tokenSchema = z.union([
  textSchema,
  z
    .object({ token: lenient(textSchema), accessToken: lenient(textSchema), access_token: lenient(textSchema) })
    .transform((data, context) => {
      const token = data.token ?? data.accessToken ?? data.access_token;
      if (token !== null) return token;
      context.addIssue({ code: 'custom', message: 'has no token' });
      return z.NEVER;
    }),
]);
