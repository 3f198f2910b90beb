import { describe, expect, it } from 'vitest';
import { groupByTerminal, terminalKey } from './terminals';

const names = (terminals: (string | null)[]) =>
  groupByTerminal(terminals.map((terminal) => ({ terminal }))).map((group) => [group.terminal, group.places.length]);

describe('grouping by terminal', () => {
  it('puts terminals in reading order and places without one last', () => {
    expect(names([null, 'Terminal 10', 'Terminal 2', 'North Terminal'])).toEqual([
      ['North Terminal', 1],
      ['Terminal 2', 1],
      ['Terminal 10', 1],
      [null, 1],
    ]);
  });

  it('joins spellings of one terminal', () => {
    expect(names(['T1', '1', 'terminal  1', 'Terminal 1'])).toEqual([['Terminal 1', 4]]);
    expect(terminalKey('T1')).toBe(terminalKey('Terminal 1'));
  });

  it('takes what stands for "no terminal" as none, and every main terminal for the same', () => {
    expect(names(['N/A', '-', 'none', 'Terminal', null])).toEqual([[null, 5]]);
    expect(names(['Main', 'MAIN TERMINAL', 'Main terminal', 'Main Terminal'])).toEqual([['Main Terminal', 4]]);
  });

  it('prefers the spelling that does not shout', () => {
    expect(names(['NORTH TERMINAL', 'North Terminal'])).toEqual([['North Terminal', 2]]);
    expect(names(['SATELLITE'])).toEqual([['SATELLITE', 1]]);
  });

  it('keeps names that are not a number or letter, and takes blank for none', () => {
    expect(names(['Main Terminal', '  ', 'Satellite'])).toEqual([
      ['Main Terminal', 1],
      ['Satellite', 1],
      [null, 1],
    ]);
  });
});
