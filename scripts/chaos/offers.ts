import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** What travellers of the fault run get: passes with many visits, and small ones that run out while they are wanted. */
export const OFFERS = [
  { id: 'chaos-lounge', title: 'Twelve lounge visits', module: 1, visits: 12, validDays: 365, maxPerTraveller: 2 },
  { id: 'chaos-lounge-few', title: 'Three lounge visits', module: 1, visits: 3, validDays: 365, maxPerTraveller: 1 },
  { id: 'chaos-lane', title: 'Ten lanes', module: 2, visits: 10, validDays: 365, maxPerTraveller: 1 },
] as const;

/** Puts them into a brand's file, in place of its own. */
export function writeOffers(brandFile: string): void {
  const brand = z.looseObject({}).parse(JSON.parse(readFileSync(brandFile, 'utf8')));
  writeFileSync(brandFile, JSON.stringify({ ...brand, offers: OFFERS }));
}
