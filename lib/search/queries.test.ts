import { describe, expect, it } from 'vitest';
import { sandboxDirectory } from '@/lib/testing/hub-directory';
import { HUB_QUERIES } from '@/lib/testing/hub-queries/all';
import { NOTHING } from '@/lib/testing/hub-queries/table';
import { answer } from './answer';
import { pack } from './compact';
import { searchOver } from './packed-search';

const { entries, index } = await sandboxDirectory();
const inBrowser = await searchOver(pack(entries));

/** Long ones in short, and those that show nothing in code. */
const named = HUB_QUERIES.map(({ q, first }) => ({ q, first, shown: JSON.stringify(q).slice(0, 40) }));

describe('the table of queries', () => {
  it('holds several hundred, each once', () => {
    expect(new Set(HUB_QUERIES.map(({ q }) => q)).size).toBe(HUB_QUERIES.length);
    expect(HUB_QUERIES.length).toBeGreaterThan(800);
  });

  it.each(named)('puts $first first for $shown', ({ q, first }) => {
    const { entries: found, total } = index.search(q, 5);
    expect(found[0]?.hub ?? NOTHING).toBe(first);
    expect(total === 0).toBe(first === NOTHING);
  });

  it('is answered in the browser as on the server, in the same order', () => {
    for (const { q } of HUB_QUERIES) expect(inBrowser(q, 20), q).toEqual(answer(index, q, 20));
  });
});
