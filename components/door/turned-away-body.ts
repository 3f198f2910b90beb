import type { z } from 'zod';
import type { refusalBodySchema } from '@/lib/contract/refusals';
import { REFUSAL_REASONS } from '@/lib/domain/refusal';
import type { RefusalPlace } from './turned-away';

/** Value of the choice that opens a field for the traveller's own words. */
export const ELSEWHERE = 'elsewhere';

/** How long ago it was, in minutes; people at a desk know no times. */
export const MINUTES_AGO = [0, 15, 30, 60, 120, 240] as const;

/** What keeps the form from being sent, and the control to go to. */
export type Gap = { field: 'place' | 'reason'; fieldId: string };

const textOf = (fields: FormData, name: string) => String(fields.get(name) ?? '').trim();

export function gapsOf(fields: FormData, place: RefusalPlace): Gap[] {
  const gaps: Gap[] = [];
  if (place.kind === 'choice') {
    const isElsewhere = place.places.length === 0 || textOf(fields, 'place') === ELSEWHERE;
    if (isElsewhere && textOf(fields, 'placeName') === '') gaps.push({ field: 'place', fieldId: 'refusal-place-name' });
    else if (!isElsewhere && textOf(fields, 'place') === '') gaps.push({ field: 'place', fieldId: 'refusal-place' });
  }
  if (!reasonOf(fields)) gaps.push({ field: 'reason', fieldId: `refusal-${REFUSAL_REASONS[0]}` });
  return gaps;
}

/** Of a form without gaps. "Just now" is left to the server's clock. */
export function bodyOf(fields: FormData, place: RefusalPlace, nowMs: number): z.input<typeof refusalBodySchema> {
  const minutes = Number(textOf(fields, 'ago'));
  return {
    ...whereOf(fields, place),
    ...(minutes > 0 && { happenedAt: new Date(nowMs - minutes * 60_000).toISOString() }),
    reason: reasonOf(fields) ?? 'other',
    words: textOf(fields, 'words'),
  };
}

function whereOf(fields: FormData, place: RefusalPlace) {
  if (place.kind === 'booking') return { bookingId: place.bookingId };
  const resourceId = textOf(fields, 'place');
  const isKnown = place.places.some((one) => one.resourceId === resourceId);
  return isKnown ? { resourceId } : { placeName: textOf(fields, 'placeName') };
}

function reasonOf(fields: FormData) {
  return REFUSAL_REASONS.find((reason) => reason === fields.get('reason'));
}
