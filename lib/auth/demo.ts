import 'server-only';
import type { Traveller } from './session';

/** People to try the sandbox with. Their names are hard on purpose: an apostrophe, a letter outside Latin 1, another script. */
const PEOPLE = [
  {
    id: 'ada',
    firstName: 'Ada',
    lastName: 'O’Brien-Łukasz',
    email: 'ada@traveller.example',
    phoneNumber: '+447700900123',
  },
  {
    id: 'xiaoming',
    firstName: '小明',
    lastName: '王',
    email: 'xiaoming@traveller.example',
    phoneNumber: '+85290000123',
  },
  { id: 'zoe', firstName: 'Zoë', lastName: 'Müller', email: null, phoneNumber: null },
] as const;

export const DEMO_PEOPLE: readonly { id: (typeof PEOPLE)[number]['id']; firstName: string }[] = PEOPLE.map(
  ({ id, firstName }) => ({ id, firstName }),
);

/** One of the demo travellers as a customer of this brand; null for an unknown id. */
export function demoTraveller(brandId: string, id: unknown): Traveller | null {
  const person = PEOPLE.find((candidate) => candidate.id === id);
  // The vendor binds a traveller id to one name, so each brand's Ada is somebody of her own.
  if (!person) return null;
  const { id: personId, ...details } = person;
  return { ...details, clientUserId: `demo-${brandId}-${personId}`, locale: null };
}
