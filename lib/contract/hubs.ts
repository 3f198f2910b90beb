import { z } from 'zod';
import { hubCodeSchema, moduleSchema } from './common';

export const hubTypeSchema = z.enum(['airport', 'rail', 'port', 'unknown']);

export const hubSummarySchema = z.object({
  hub: z.string(),
  iata: z.string().nullable(),
  name: z.string(),
  city: z.string(),
  countryCode: z.string(),
  country: z.string(),
  type: hubTypeSchema,
  modules: z.array(moduleSchema),
  resourceCount: z.number(),
  /** In search answers, for a hub without places: the nearest one that has some. */
  nearest: z
    .object({
      hub: z.string(),
      iata: z.string().nullable(),
      name: z.string(),
      city: z.string(),
      distanceKm: z.number(),
    })
    .optional(),
});
export type HubSummary = z.infer<typeof hubSummarySchema>;

/** `GET /api/hubs?q=&limit=`. A query longer than 200 characters is cut, not refused: nobody loses what they typed. */
export const hubSearchQuerySchema = z.object({
  q: z
    .string()
    .default('')
    .transform((text) => text.slice(0, 200)),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const hubSearchSchema = z.object({ hubs: z.array(hubSummarySchema), total: z.number() });
export type HubSearch = z.infer<typeof hubSearchSchema>;

/** An empty text would be read as the equator. */
const degreesSchema = (most: number) =>
  z.string().trim().min(1).transform(Number).pipe(z.number().min(-most).max(most));

/** `GET /api/hubs/near?lat=&lon=&limit=`, degrees. */
export const hubsNearQuerySchema = z.object({
  lat: degreesSchema(90),
  lon: degreesSchema(180),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});

export const hubsNearSchema = z.object({
  hubs: z.array(hubSummarySchema.extend({ distanceKm: z.number() })),
  total: z.number(),
});
export type HubsNear = z.infer<typeof hubsNearSchema>;

export const hubParamsSchema = z.object({ hub: hubCodeSchema });

/** `GET /api/hubs/[hub]`. */
export const hubSchema = hubSummarySchema.extend({
  icao: z.string().nullable(),
  timeZone: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  images: z.array(z.string()),
});
export type HubDto = z.infer<typeof hubSchema>;
