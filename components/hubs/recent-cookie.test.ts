import { describe, expect, it } from 'vitest';
import { addRecent, readRecent, recentCookie, recentInHeader } from './recent-cookie';

describe('recent hubs', () => {
  it('leave out a broken one and keep the others', () => {
    expect(readRecent('MAN.<script>.HKG..x.MAN.KEF')).toEqual(['MAN', 'HKG', 'KEF']);
    expect(readRecent(undefined)).toEqual([]);
  });

  it('put the newest first, each once, six at most', () => {
    expect(addRecent(['MAN', 'HKG'], 'HKG')).toEqual(['HKG', 'MAN']);
    expect(addRecent(['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'], 'MAN')).toEqual([
      'MAN',
      'AAA',
      'BBB',
      'CCC',
      'DDD',
      'EEE',
    ]);
  });

  it('are gone from the device once cleared', () => {
    expect(recentCookie([])).toContain('Max-Age=0');
    expect(recentCookie(['MAN'])).toMatch(/^layover-recent=MAN; Path=\/; Max-Age=\d+; SameSite=Lax$/);
  });

  it('are found among other cookies', () => {
    expect(recentInHeader('a=1; layover-recent=MAN.HKG; b=2')).toBe('MAN.HKG');
    expect(recentInHeader('xlayover-recent=MAN')).toBeUndefined();
  });
});
