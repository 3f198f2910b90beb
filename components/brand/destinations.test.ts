import { describe, expect, it } from 'vitest';
import { initialsOf } from './brand-bar';
import { destinationOf } from './destinations';

describe('destinationOf', () => {
  it.each([
    ['/', 'explore'],
    ['/hubs/MAN', 'explore'],
    ['/resources/N00001/prebook', 'explore'],
    ['/passes/ps_1', 'passes'],
    ['/bookings', 'bookings'],
    ['/activity', 'account'],
    ['/account', 'account'],
    ['/sign-in', null],
    ['/passes-of-others', null],
  ])('%s belongs to %s', (path, expected) => {
    expect(destinationOf(path)).toBe(expected);
  });
});

describe('initialsOf', () => {
  it.each([
    ['Ada', 'O’Brien-Łukasz', 'AO'],
    ['小明', '王', '小王'],
    ['Zoë', 'Müller', 'ZM'],
    ['e\u0301mile', 'zola', 'E\u0301Z'],
    [' ', 'Cher', 'C'],
  ])('%s %s is %s', (firstName, lastName, expected) => {
    expect(initialsOf({ firstName, lastName })).toBe(expected);
  });
});
