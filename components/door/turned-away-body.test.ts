import { describe, expect, it } from 'vitest';
import { refusalBodySchema } from '@/lib/contract/refusals';
import type { RefusalPlace } from './turned-away';
import { bodyOf, ELSEWHERE, gapsOf } from './turned-away-body';

const NOW_MS = Date.parse('2026-11-22T12:00:00Z');
const CHOICE: RefusalPlace = { kind: 'choice', chosenId: null, places: [{ resourceId: 'N00001', name: 'Lounge' }] };
const NO_CHOICE: RefusalPlace = { kind: 'choice', chosenId: null, places: [] };
const BOOKING: RefusalPlace = { kind: 'booking', bookingId: `bk_${'0'.repeat(22)}`, name: 'Lounge' };

function form(values: Record<string, string>): FormData {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.set(name, value);
  return fields;
}

describe('what is told of a refusal', () => {
  it.each([
    ['nothing chosen', CHOICE, {}, ['refusal-place', 'refusal-full']],
    ['no reason', CHOICE, { place: 'N00001' }, ['refusal-full']],
    ['elsewhere without a name', CHOICE, { place: ELSEWHERE, reason: 'full', placeName: ' ' }, ['refusal-place-name']],
    ['no places to choose from, and no name', NO_CHOICE, { reason: 'full' }, ['refusal-place-name']],
    ['of a booking, whose place is known', BOOKING, { reason: 'full' }, []],
  ])('leads to what is missing: %s', (_what, place, values, fieldIds) => {
    expect(gapsOf(form(values), place).map(({ fieldId }) => fieldId)).toEqual(fieldIds);
  });

  it.each([
    ['a known place', CHOICE, { place: 'N00001', placeName: 'old words' }, { resourceId: 'N00001' }],
    ['a place in words', CHOICE, { place: ELSEWHERE, placeName: ' By gate 9 ' }, { placeName: 'By gate 9' }],
    ['a booking', BOOKING, {}, { bookingId: BOOKING.bookingId }],
  ])('is what the API takes: %s', (_what, place, values, where) => {
    const body = bodyOf(form({ ...values, ago: '0', reason: 'closed', words: ' Shut. ' }), place, NOW_MS);
    expect(refusalBodySchema.parse(body)).toEqual({ ...where, reason: 'closed', words: 'Shut.' });
  });

  it('leaves the time to the server unless it is some time ago', () => {
    const body = bodyOf(form({ ago: '30', reason: 'full' }), BOOKING, NOW_MS);
    expect(body.happenedAt).toBe('2026-11-22T11:30:00.000Z');
  });
});
