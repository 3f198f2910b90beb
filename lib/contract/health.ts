import { z } from 'zod';

export const liveSchema = z.object({ status: z.literal('ok') });

export const readySchema = z.object({
  status: z.enum(['ok', 'not-ready']),
  checks: z.object({ store: z.boolean(), catalogue: z.boolean() }),
});
