import { describe, expect, it } from 'vitest';
import { distanceKm } from './distance';
import { nearestOf, shownKm } from './nearest';
import { openData } from './open-data';

const airports = [...openData().airports.values()];

describe('the nearest served place', () => {
  it('is the one the distance itself names, wherever one stands', () => {
    const isServed = (place: number) => place % 41 === 0;
    const served = airports.filter((_, place) => isServed(place));
    const nearest = nearestOf(airports, isServed);
    expect(nearest.size).toBe(airports.length - served.length);
    for (let place = 1; place < airports.length; place += 83) {
      const from = airports[place];
      if (!from || isServed(place)) continue;
      const least = Math.min(...served.map((to) => distanceKm(from, to)));
      expect(nearest.get(place)?.distanceKm, from.iata).toBe(shownKm(least));
    }
  });

  it('is found across the date line, and at a pole', () => {
    const fiji = { latitude: -17.75, longitude: 177.44 };
    const samoa = { latitude: -13.83, longitude: -172.01 };
    const tokyo = { latitude: 35.55, longitude: 139.78 };
    expect(nearestOf([fiji, samoa, tokyo], (place) => place > 0).get(0)?.place).toBe(1);
    const pole = { latitude: 90, longitude: 0 };
    expect(nearestOf([pole, samoa, tokyo], (place) => place > 0).get(0)?.place).toBe(2);
  });

  it('is nobody where no place is known, or none is served', () => {
    const unknown = { latitude: null, longitude: null };
    const known = { latitude: 1, longitude: 1 };
    expect(nearestOf([unknown, known], (place) => place === 1).size).toBe(0);
    expect(nearestOf([known, unknown], (place) => place === 1).size).toBe(0);
    expect(nearestOf([known, known], () => false).size).toBe(0);
  });

  it('is told to a tenth of a kilometre below ten, and whole above', () => {
    expect([0, 1.44, 9.94, 9.96, 12.4].map(shownKm)).toEqual([0, 1.4, 9.9, 10, 12]);
  });
});
