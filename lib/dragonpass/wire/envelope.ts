import 'server-only';
import { z } from 'zod';
import { integerSchema, lenient, numberSchema, textSchema } from './primitives';

/** Around every answer; `code` 0 is success [doc v1 338669m0], anything else a refusal, also in a 200 [inferred]. */
export const envelopeSchema = z.object({
  code: integerSchema,
  message: lenient(textSchema),
  /** Absent in a refusal [inferred]. */
  data: z.unknown().optional(),
});

/** What can be made out of the body of a refusal, which may be anything. */
export const refusalSchema = z.object({ code: lenient(integerSchema), message: lenient(textSchema) });

/** [doc v2 338421m0]; not every list need have it. */
export const paginationSchema = lenient(
  z.object({ pageSize: lenient(numberSchema), totalNumber: lenient(numberSchema) }),
);

/** Query of one page. */
export const pageInputSchema = z.object({ pageSize: z.int(), pageNumber: z.int() });

/** Query of one page of a list that is kept in several languages. */
export const listInputSchema = pageInputSchema.extend({ language: z.string().optional() });
