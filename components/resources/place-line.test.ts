import { describe, expect, it } from 'vitest';
import { facilityName } from './facility-name';
import { placeLine } from './place-line';

const WORDS = {
  airside: 'Airside',
  landside: 'Landside',
  beforeSecurity: 'Before security',
  nearGate: (gate: string) => `near gate ${gate}`,
  module: null,
};
const place = (changes: Partial<Parameters<typeof placeLine>[0]> = {}) => ({
  module: 1 as const,
  side: 'airside' as const,
  gate: null,
  location: null,
  ...changes,
});

describe('where a place is, in one line', () => {
  it('names the side and the gate', () => {
    expect(placeLine(place({ gate: 'A1', location: 'Airside - After security' }), true, WORDS)).toBe(
      'Airside · near gate A1',
    );
  });

  it('does not say the side twice when the place’s own text begins with it', () => {
    expect(placeLine(place({ location: 'Airside - Pier C' }), true, WORDS)).toBe('Airside · Pier C');
    const lane = place({ module: 2, side: 'landside', location: 'Landside - Before security' });
    expect(placeLine(lane, true, WORDS)).toBe('Before security');
  });

  it('claims no side where none is known, and none at a railway station', () => {
    expect(placeLine(place({ side: 'unknown' }), true, WORDS)).toBe('');
    expect(placeLine(place({ location: 'Main hall' }), false, WORDS)).toBe('Main hall');
  });

  it('says what a pass buys where the name does not', () => {
    expect(placeLine(place({ gate: '4' }), true, { ...WORDS, module: 'Set meal' })).toBe(
      'Set meal · Airside · near gate 4',
    );
  });
});

describe('a facility', () => {
  it('keeps the place’s own word, and makes a bare code readable', () => {
    expect(facilityName('Nap pods (paid)')).toBe('Nap pods (paid)');
    expect(facilityName('FREE_MASSAGE_10MIN')).toBe('Free massage 10min');
    expect(facilityName('儿童乐园')).toBe('儿童乐园');
    expect(facilityName('TV')).toBe('TV');
  });
});
