import 'server-only';
import { z } from 'zod';

/** The vendor says "absent" in three ways: `null`, a missing field and `""`. */
function present(value: unknown): unknown {
  return value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;
}

/** Schema of a field that may be absent, which then reads as null. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(present, schema.optional()).transform((value) => value ?? null);
}

/** Schema of a field that may be absent, and that reads as null as well when it cannot be understood. */
export function lenient<Schema extends z.ZodType>(schema: Schema) {
  return z
    .preprocess(present, z.unknown())
    .transform((value): z.output<Schema> | null => schema.safeParse(value).data ?? null);
}

/** Text that must be there. A number is taken as its digits; one too large to be exact is refused, as ids may be. */
export const textSchema = z.preprocess(
  present,
  z
    .union([z.string(), z.number().refine((value) => !Number.isInteger(value) || Number.isSafeInteger(value))])
    .transform((value) => String(value).trim()),
);

/** A number, or one written as text. */
export const numberSchema = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
  z.number(),
);

export const integerSchema = numberSchema.pipe(z.int());

/** One of the vendor's enumerations, which may grow: a number, or a word that is then unknown to us. */
export const codeSchema = z.union([numberSchema, textSchema]);

const BOOLEANS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  ['1', true],
  ['0', false],
  ['true', true],
  ['false', false],
]);

/** A truth value, also as a number or as text. */
export const booleanSchema = z.preprocess(
  (value) => BOOLEANS.get(typeof value === 'string' ? value.trim().toLowerCase() : value) ?? value,
  z.boolean(),
);

const HAS_OFFSET = /(?:z|[+-]\d{2}:?\d{2})$/i;

/** An instant, given as ISO 8601 and read as UTC `…Z`. Without an offset it is UTC [doc v2 339352m0, for events]. */
export const instantSchema = textSchema.transform((text, context) => {
  const ms = Date.parse(HAS_OFFSET.test(text) ? text : `${text}Z`);
  if (!Number.isNaN(ms) && /^\d{4}-\d{2}-\d{2}T/.test(text)) return new Date(ms).toISOString();
  context.addIssue({ code: 'custom', message: 'is not an instant' });
  return z.NEVER;
});

/** A time on the place's clock; seconds, and an offset that would only repeat the place's own, are left out. */
export const localTimeSchema = textSchema.pipe(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/)
    .transform((text) => text.slice(0, 16))
    // A thirteenth month matches the form and is on no calendar.
    .pipe(z.iso.datetime({ local: true, precision: -1 })),
);

/** Addresses of pictures: nothing but http and https gets into a page. */
export const webAddressSchema = textSchema.pipe(z.url({ protocol: /^https?$/ }));

/** `imagesList`: an image that cannot be read is left out; they come in the vendor's order. */
export const imagesSchema = lenient(z.array(z.unknown())).transform((rows) =>
  (rows ?? [])
    .flatMap((row) => imageSchema.safeParse(row).data ?? [])
    .sort((a, b) => a.order - b.order)
    .map((image) => image.url),
);

const imageSchema = z.object({
  url: webAddressSchema,
  order: lenient(numberSchema).transform((order) => order ?? Number.MAX_SAFE_INTEGER),
});

/** An instant as the vendor writes it: no fraction of a second, and an offset instead of `Z` [doc v1 338667m0]. */
export const instantInputSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => `${new Date(text).toISOString().slice(0, 19)}+00:00`);

/** `YYYY-MM-DDTHH:mm` [doc v1 338669m0]. */
export const localTimeInputSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
