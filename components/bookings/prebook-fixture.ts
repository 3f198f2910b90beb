import type { Availability } from '@/lib/contract/resources';
import { prebookReducer } from './prebook-reducer';
import { initialPrebookState, type PrebookAction, type PrebookState } from './prebook-state';

export const FREE: Availability = {
  available: true,
  holdId: 'hd_0000000000000000000001',
  heldUntil: '2026-11-22T10:10:00Z',
  alternatives: [],
};
export const TAKEN: Availability = {
  available: false,
  alternatives: [{ at: '2026-11-26T10:00', startsAt: '2026-11-26T10:00:00Z' }],
};

export const slot = (at: string) => ({ at, startsAt: `${at}:00Z` });
/** For tests: a booking at its start, one whose time is held, and one that is being reviewed. */
export const fresh = () =>
  initialPrebookState({
    date: '2026-11-26',
    at: null,
    startsAt: null,
    party: { adults: 1, children: 0 },
    passId: 'ps_first',
    details: { email: 'ada@example.com' },
  });
export const run = (state: PrebookState, ...actions: PrebookAction[]) => actions.reduce(prebookReducer, state);
export const held = () => {
  const asked = run(fresh(), { type: 'time-chosen', slot: slot('2026-11-26T09:30') });
  return run(asked, { type: 'answered', askId: asked.askId, answer: FREE });
};
export const reviewing = () =>
  run(
    held(),
    { type: 'continued' },
    { type: 'reviewed', idempotencyKey: 'key-1', details: { email: 'ada@example.com' } },
  );
