import { z } from 'zod';
import type { KeptPage } from '@/lib/domain/kept-page';
import { instantSchema } from './common';

const keptPageSchema = z.object({
  path: z.string(),
  kind: z.enum(['booking', 'pass']),
  title: z.string(),
  startsAt: instantSchema.nullable(),
  timeZone: z.string().nullable(),
  endsAt: instantSchema.nullable(),
  version: z.string(),
}) satisfies z.ZodType<KeptPage>;

/** `GET /api/device`: which of the traveller's pages this device should keep. `owner` stands on each of them as well. */
export const keepListSchema = z.object({ owner: z.string(), pages: z.array(keptPageSchema) });
export type KeepList = z.infer<typeof keepListSchema>;
