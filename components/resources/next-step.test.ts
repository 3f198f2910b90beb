import { describe, expect, it } from 'vitest';
import type { OfferDto, PassDto } from '@/lib/contract/passes';
import { isCovered, nextStep } from './next-step';

const PLACE = { resourceId: 'N00001', module: 1, prebookable: true, walkIn: true } as const;

function pass(changes: Partial<PassDto> = {}): PassDto {
  return {
    passId: 'ps_1',
    kind: 'e-pass',
    module: 1,
    title: 'Lounge',
    status: 'active',
    holder: { firstName: 'Ada', lastName: 'O’Brien' },
    activatesAt: null,
    expiresAt: '2027-01-01T00:00:00Z',
    visits: { total: 2, used: 0, reserved: 0, reversed: 0, left: 2 },
    blockedBy: null,
    scope: { resourceIds: [] },
    createdAt: '2026-01-01T00:00:00Z',
    asOf: '2026-01-01T00:00:00Z',
    ...changes,
  };
}

const OFFER: OfferDto = {
  offerId: 'o',
  title: 'Lounge',
  module: 1,
  visits: 1,
  validDays: 90,
  resourceIds: [],
  maxPerTraveller: 1,
  left: 1,
};

const stepWith = (passes: PassDto[], offers: OfferDto[] = [], place: Parameters<typeof nextStep>[0] = PLACE) =>
  nextStep(place, { passes, offers });

describe('the next thing to do at a place', () => {
  it('is to sign in for a stranger', () => {
    expect(nextStep(PLACE, null)).toEqual({ kind: 'sign-in' });
  });

  it('is to prebook or to show the pass that covers the place', () => {
    expect(stepWith([pass()])).toEqual({ kind: 'use-pass', passId: 'ps_1', visitsLeft: 2, can: ['prebook', 'show'] });
  });

  it('offers no mode that the place does not have', () => {
    expect(stepWith([pass()], [], { ...PLACE, prebookable: false })).toMatchObject({ can: ['show'] });
    expect(stepWith([pass()], [], { ...PLACE, walkIn: false })).toMatchObject({ can: ['prebook'] });
    expect(stepWith([pass()], [], { ...PLACE, walkIn: false, prebookable: false })).toEqual({ kind: 'not-usable' });
  });

  it('takes the pass that expires first', () => {
    const soon = pass({ passId: 'ps_2', expiresAt: '2026-12-01T00:00:00Z' });
    const never = pass({ passId: 'ps_3', expiresAt: null });
    expect(stepWith([never, pass(), soon])).toMatchObject({ passId: 'ps_2' });
  });

  it('does not take a pass of another kind or for other places', () => {
    expect(stepWith([pass({ module: 2 })], [OFFER])).toEqual({ kind: 'get-pass', because: null });
    expect(stepWith([pass({ scope: { resourceIds: ['N00002'] } })], [OFFER])).toMatchObject({ kind: 'get-pass' });
    expect(stepWith([pass({ scope: { resourceIds: ['N00001'] } })])).toMatchObject({ kind: 'use-pass' });
  });

  it('says that a pass works at other places only', () => {
    const elsewhere = pass({ scope: { resourceIds: ['N00002'] } });
    expect(stepWith([elsewhere], [OFFER])).toEqual({ kind: 'get-pass', because: 'other-places' });
    expect(stepWith([elsewhere])).toEqual({ kind: 'no-offer', because: 'other-places' });
    expect(stepWith([elsewhere, pass({ status: 'used-up' })])).toEqual({ kind: 'no-offer', because: 'used-up' });
    expect(stepWith([pass({ module: 3 }), pass({ status: 'cancelled' })])).toEqual({ kind: 'no-offer', because: null });
  });

  it.each(['pending', 'not-yet-active', 'used-up', 'suspended', 'expired'] as const)(
    'says that the pass for the place is %s',
    (status) => {
      expect(stepWith([pass({ status })])).toEqual({ kind: 'no-offer', because: status });
    },
  );

  it('claims nothing of passes and offers that cannot be read now', () => {
    expect(nextStep(PLACE, { passes: null, offers: [] })).toEqual({ kind: 'passes-unknown' });
    expect(nextStep(PLACE, { passes: [], offers: null })).toEqual({ kind: 'get-pass', because: null });
  });

  it('says why the pass that is there cannot be used', () => {
    expect(stepWith([pass({ status: 'expired' }), pass({ status: 'used-up' })], [OFFER])).toEqual({
      kind: 'get-pass',
      because: 'used-up',
    });
  });

  it('does not send to an offer that is used up, or that does not cover the place', () => {
    expect(stepWith([], [{ ...OFFER, left: 0 }])).toEqual({ kind: 'no-offer', because: null });
    expect(stepWith([], [{ ...OFFER, resourceIds: ['N00002'] }])).toEqual({ kind: 'no-offer', because: null });
  });

  it('calls a place covered only by a pass that can be used now', () => {
    expect(isCovered([pass()], PLACE)).toBe(true);
    expect(isCovered([pass({ status: 'suspended' })], PLACE)).toBe(false);
  });
});
