import { describe, expect, it } from 'vitest';
import { FREE, fresh, held, reviewing, run, slot, TAKEN } from './prebook-fixture';
import type { PrebookAction } from './prebook-state';

describe('choosing a time', () => {
  it('asks the place at once', () => {
    const state = run(fresh(), { type: 'time-chosen', slot: slot('2026-11-26T09:30') });
    expect(state.hold.kind).toBe('asking');
    expect(state.askId).toBe(1);
  });

  it('drops the answer to an earlier question', () => {
    const first = run(fresh(), { type: 'time-chosen', slot: slot('2026-11-26T09:30') });
    const second = run(first, { type: 'time-chosen', slot: slot('2026-11-26T10:00') });
    expect(run(second, { type: 'answered', askId: first.askId, answer: FREE }).hold.kind).toBe('asking');
    const failure = { code: 'offline' as const, requestId: null };
    expect(run(second, { type: 'ask-failed', askId: first.askId, failure }).hold.kind).toBe('asking');
  });

  it('moves to the day of a free time that lies past midnight', () => {
    expect(run(held(), { type: 'time-chosen', slot: slot('2026-11-27T00:30') }).date).toBe('2026-11-27');
  });

  it('drops the answer for a day that was left meanwhile', () => {
    const asked = run(fresh(), { type: 'time-chosen', slot: slot('2026-11-26T09:30') });
    const moved = run(asked, { type: 'date-chosen', date: '2026-11-27' });
    expect(run(moved, { type: 'answered', askId: asked.askId, answer: FREE }).hold.kind).toBe('none');
  });

  it('clears a taken time, strikes it out and offers the free ones near it', () => {
    const asked = run(fresh(), { type: 'time-chosen', slot: slot('2026-11-26T09:30') });
    const state = run(asked, { type: 'answered', askId: asked.askId, answer: TAKEN });
    expect(state.at).toBeNull();
    expect(state.takenTimes).toEqual(['2026-11-26T09:30']);
    expect(state.hold).toMatchObject({ kind: 'taken', alternatives: TAKEN.alternatives });
  });

  it('reads a yes without a hold as a no: nothing was kept that could be booked', () => {
    const asked = run(fresh(), { type: 'time-chosen', slot: slot('2026-11-26T09:30') });
    const answer = { available: true, alternatives: [] };
    expect(run(asked, { type: 'answered', askId: asked.askId, answer }).hold.kind).toBe('taken');
  });
});

describe('changing what was chosen', () => {
  it('clears the time when the date changes, and keeps the details', () => {
    const state = run(held(), { type: 'date-chosen', date: '2026-11-27' });
    expect(state).toMatchObject({ at: null, hold: { kind: 'none' }, details: { email: 'ada@example.com' } });
  });

  it('asks again about the same time when the party changes', () => {
    const before = held();
    const state = run(before, { type: 'party-changed', party: { adults: 2, children: 0 } });
    expect(state).toMatchObject({ at: '2026-11-26T09:30', hold: { kind: 'asking' }, askId: before.askId + 1 });
  });

  it('fits the party to a pass with fewer visits, children first and one adult always', () => {
    const family = run(held(), { type: 'party-changed', party: { adults: 2, children: 2 } });
    const pass = (maxParty: number) => run(family, { type: 'pass-chosen', passId: `ps_${maxParty}`, maxParty }).party;
    expect(pass(6)).toEqual({ adults: 2, children: 2 });
    expect(pass(3)).toEqual({ adults: 2, children: 1 });
    expect(pass(1)).toEqual({ adults: 1, children: 0 });
  });

  it.each<[string, PrebookAction]>([
    ['the time', { type: 'time-chosen', slot: slot('2026-11-26T10:00') }],
    ['the date', { type: 'date-chosen', date: '2026-11-27' }],
    ['the party', { type: 'party-changed', party: { adults: 2, children: 0 } }],
    ['a detail', { type: 'detail-typed', field: 'email', text: 'b@example.com' }],
  ])('closes the review and forgets its key when %s changes', (_what, action) => {
    expect(run(reviewing(), action)).toMatchObject({ step: 'details', idempotencyKey: null });
  });
});

describe('going on', () => {
  it('says that a time is missing, each time the button is pressed', () => {
    const state = run(fresh(), { type: 'continued' }, { type: 'continued' });
    expect(state).toMatchObject({ step: 'when', problems: { at: 'time_required' }, problemRound: 2 });
  });

  it('goes on by itself when the answer to a pressed button is yes', () => {
    const asked = run(fresh(), { type: 'time-chosen', slot: slot('2026-11-26T09:30') }, { type: 'continued' });
    expect(asked.step).toBe('when');
    expect(run(asked, { type: 'answered', askId: asked.askId, answer: FREE }).step).toBe('details');
    expect(run(asked, { type: 'answered', askId: asked.askId, answer: TAKEN }).step).toBe('when');
  });

  it('asks again, and goes on, when the hold had ended', () => {
    const lapsed = run(held(), { type: 'ticked', nowMs: Date.parse('2026-11-22T10:10:00Z') });
    expect(lapsed.hold.kind).toBe('lapsed');
    const asked = run(lapsed, { type: 'continued' });
    expect(asked.hold.kind).toBe('asking');
    expect(run(asked, { type: 'answered', askId: asked.askId, answer: FREE }).step).toBe('details');
  });

  it('keeps the hold up to its last moment', () => {
    expect(run(held(), { type: 'ticked', nowMs: Date.parse('2026-11-22T10:09:59.999Z') }).hold.kind).toBe('held');
  });

  it('takes a problem away when its field is typed in', () => {
    const state = run(held(), { type: 'problems-found', problems: { email: 'email_form', lastName: 'required' } });
    expect(run(state, { type: 'detail-typed', field: 'email', text: 'a' }).problems).toEqual({ lastName: 'required' });
  });
});
