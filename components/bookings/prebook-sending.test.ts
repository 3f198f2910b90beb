import { describe, expect, it } from 'vitest';
import { FREE, fresh, held, reviewing, run, slot, TAKEN } from './prebook-fixture';
import type { Draft, PrebookAction, Sent } from './prebook-state';

describe('confirming', () => {
  it('sends only with a hold and a key', () => {
    expect(run(held(), { type: 'sending' }).send.kind).toBe('idle');
    expect(run(reviewing(), { type: 'sending' }).send.kind).toBe('sending');
  });

  it('keeps the key after a lost answer, so that pressing again has one effect', () => {
    const failure = { code: 'offline' as const, requestId: null };
    const state = run(reviewing(), { type: 'sending' }, { type: 'send-failed', failure });
    expect(state).toMatchObject({ step: 'review', idempotencyKey: 'key-1' });
  });

  it('does not call a hold over while the booking is on its way', () => {
    const sending = run(reviewing(), { type: 'sending' });
    expect(run(sending, { type: 'ticked', nowMs: Date.parse('2026-11-22T11:00:00Z') }).hold.kind).toBe('held');
  });

  it('keeps everything but the time when the slot is lost, and offers others', () => {
    const lost = run(reviewing(), { type: 'sending' }, { type: 'slot-lost' });
    expect(lost).toMatchObject({ lostAt: '2026-11-26T09:30', hold: { kind: 'asking' }, idempotencyKey: null });
    const answered = run(lost, { type: 'answered', askId: lost.askId, answer: TAKEN });
    expect(answered).toMatchObject({ at: null, lostAt: '2026-11-26T09:30', details: { email: 'ada@example.com' } });
    const chosen = run(answered, { type: 'time-chosen', slot: slot('2026-11-26T10:00') });
    const settled = run(chosen, { type: 'answered', askId: chosen.askId, answer: FREE });
    expect(settled).toMatchObject({ lostAt: null, at: '2026-11-26T10:00', hold: { kind: 'held' }, step: 'details' });
  });
});

describe('a booking whose answer is missing', () => {
  const failure = { code: 'offline' as const, requestId: null };
  const unanswered = () => run(reviewing(), { type: 'sending' }, { type: 'send-failed', failure });

  it.each<[string, PrebookAction]>([
    ['another time', { type: 'time-chosen', slot: slot('2026-11-26T10:00') }],
    ['another day', { type: 'date-chosen', date: '2026-11-27' }],
    ['another party', { type: 'party-changed', party: { adults: 2, children: 0 } }],
    ['another pass', { type: 'pass-chosen', passId: 'ps_other', maxParty: 6 }],
    ['another detail', { type: 'detail-typed', field: 'email', text: 'b@example.com' }],
    ['the step before', { type: 'went-back', step: 'when' }],
    ['the end of the hold', { type: 'ticked', nowMs: Date.parse('2026-11-22T11:00:00Z') }],
    ['another tab', { type: 'held-elsewhere' }],
  ])('cannot become a second one by %s', (_what, action) => {
    const before = unanswered();
    expect(run(before, action)).toEqual(before);
    const sending = run(reviewing(), { type: 'sending' });
    expect(run(sending, action)).toEqual(sending);
  });

  it.each(['rate_limited', 'not_signed_in', 'idempotency_conflict'] as const)(
    'stays so when it is sent again and the answer is %s, which says nothing about the first',
    (code) => {
      const again = run(unanswered(), { type: 'sending' }, { type: 'send-failed', failure: { code, requestId: 'r' } });
      expect(again).toMatchObject({ idempotencyKey: 'key-1', send: { kind: 'failed', failure: { code } } });
      expect(run(again, { type: 'date-chosen', date: '2026-11-27' })).toEqual(again);
      const first = run(reviewing(), { type: 'sending' }, { type: 'send-failed', failure: { code, requestId: 'r' } });
      expect(run(first, { type: 'date-chosen', date: '2026-11-27' }).date).toBe('2026-11-27');
    },
  );

  it('may be changed once the server has decided against it', () => {
    const refused = run(
      reviewing(),
      { type: 'sending' },
      { type: 'send-failed', failure: { code: 'already_booked', requestId: 'r' } },
    );
    expect(run(refused, { type: 'date-chosen', date: '2026-11-27' })).toMatchObject({
      date: '2026-11-27',
      step: 'details',
    });
  });
});

describe('going back', () => {
  it('opens the step before, and closes the review', () => {
    expect(run(reviewing(), { type: 'went-back', step: 'details' })).toMatchObject({
      step: 'details',
      idempotencyKey: null,
      hold: { kind: 'held' },
    });
    expect(run(reviewing(), { type: 'went-back', step: 'when' })).toMatchObject({
      step: 'when',
      at: '2026-11-26T09:30',
    });
  });

  it('never leads forward', () => {
    expect(run(held(), { type: 'went-back', step: 'review' }).step).toBe('when');
  });
});

describe('another tab that takes the hold', () => {
  it('is told, and everything else is kept', () => {
    const state = run(reviewing(), { type: 'held-elsewhere' });
    expect(state).toMatchObject({
      hold: { kind: 'lapsed', isElsewhere: true },
      at: '2026-11-26T09:30',
      step: 'details',
      idempotencyKey: null,
    });
  });
});

describe('a restored draft', () => {
  const draft: Draft = {
    date: '2026-11-26',
    party: { adults: 1, children: 0 },
    passId: 'ps_first',
    details: {},
    ...slot('2026-11-26T09:30'),
  };
  const sent: Sent = {
    draft,
    hold: { kind: 'held', holdId: 'hd_1', heldUntilMs: 7, price: null },
    idempotencyKey: 'key-1',
    reviewedDetails: { email: 'ada@example.com' },
  };

  it('asks about its time again, and opens the details if that was the step', () => {
    const state = run(fresh(), { type: 'restored', draft, sent: null, wanted: 'when' });
    expect(state).toMatchObject({ hold: { kind: 'asking' }, askId: 1, step: 'when' });
    const further = run(fresh(), { type: 'restored', draft, sent: null, wanted: 'review' });
    expect(run(further, { type: 'answered', askId: further.askId, answer: FREE }).step).toBe('details');
    expect(run(further, { type: 'answered', askId: further.askId, answer: TAKEN }).step).toBe('when');
  });

  it('starts at the first step when no time was chosen, whatever the address says', () => {
    const none = { ...draft, at: null, startsAt: null };
    const state = run(fresh(), { type: 'restored', draft: none, sent: null, wanted: 'review' });
    expect(state).toMatchObject({ step: 'when', hold: { kind: 'none' } });
  });

  it('that was sent without an answer stands at the review, to be sent again under its own key', () => {
    const state = run(fresh(), {
      type: 'restored',
      draft: { ...draft, at: null, startsAt: null },
      sent,
      wanted: 'when',
    });
    expect(state).toMatchObject({ step: 'review', at: '2026-11-26T09:30', idempotencyKey: 'key-1', hold: sent.hold });
    expect(run(state, { type: 'sending' }).send.kind).toBe('sending');
  });

  it('drops answers to what was asked before it', () => {
    const asked = run(fresh(), { type: 'time-chosen', slot: slot('2026-11-26T11:00') });
    const state = run(asked, { type: 'restored', draft, sent: null, wanted: 'when' });
    expect(run(state, { type: 'answered', askId: asked.askId, answer: FREE }).hold.kind).toBe('asking');
  });
});
