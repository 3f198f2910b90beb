import { beforeEach, expect, it } from 'vitest';
import { type Breaker, createBreaker } from './breaker';

let nowMs = 0;
let states: string[] = [];
let breaker: Breaker;
beforeEach(() => {
  nowMs = 0;
  states = [];
  breaker = createBreaker(
    () => nowMs,
    (state) => states.push(state),
  );
});

function fail(times: number): void {
  for (let index = 0; index < times; index += 1) {
    breaker.enter();
    breaker.leave(false);
  }
}

it('opens after five failures in a row, and not after four', () => {
  fail(4);
  expect(breaker.enter()).toBe(true);
  breaker.leave(false);
  expect(breaker.enter()).toBe(false);
  expect(states).toEqual(['open']);
});

it('counts failures in a row only', () => {
  fail(4);
  breaker.enter();
  breaker.leave(true);
  fail(4);
  expect(breaker.enter()).toBe(true);
});

it('lets one call through as a probe after the pause, and closes when it is answered', () => {
  fail(5);
  nowMs = 9_999;
  expect(breaker.enter()).toBe(false);
  nowMs = 10_000;
  expect(breaker.enter()).toBe(true);
  expect(breaker.enter()).toBe(false);
  breaker.leave(true);
  expect(breaker.enter()).toBe(true);
  expect(breaker.enter()).toBe(true);
  expect(states).toEqual(['open', 'closed']);
});

it('opens for a whole pause more when the probe fails', () => {
  fail(5);
  nowMs = 10_000;
  fail(1);
  nowMs = 19_999;
  expect(breaker.enter()).toBe(false);
  nowMs = 20_000;
  expect(breaker.enter()).toBe(true);
  expect(states).toEqual(['open']);
});

it('does not mistake a call that began before it opened for the probe', () => {
  breaker.enter();
  fail(5);
  nowMs = 10_000;
  expect(breaker.enter()).toBe(true);
  expect(breaker.enter()).toBe(false);
});
