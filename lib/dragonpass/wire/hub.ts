import 'server-only';
import { z } from 'zod';
import { codeSchema, imagesSchema, lenient, numberSchema, textSchema } from './primitives';

/** [doc v2 338421m0]; latitude and longitude come as text. Rail stations and ports may have no `iata`. */
export const hubSchema = z.object({
  transportHubId: textSchema,
  transportHubName: textSchema,
  type: lenient(codeSchema),
  iata: lenient(textSchema),
  city: lenient(textSchema),
  countryOrRegion: lenient(textSchema),
  latitude: lenient(numberSchema),
  longitude: lenient(numberSchema),
  imagesList: imagesSchema,
});
export type WireHub = z.output<typeof hubSchema>;
