import { afterEach, describe, expect, it, vi } from 'vitest';
import { inSlices } from './slices';

afterEach(() => vi.restoreAllMocks());

describe('work in slices', () => {
  it('lets others have a turn every few milliseconds, and leaves nothing out', async () => {
    let nowMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    const done: number[] = [];
    const doneAtTurns: number[] = [];
    const work = inSlices(Array(50).keys(), (item) => {
      done.push(item);
      nowMs += 2;
    });
    let isOver = false;
    void work.then(() => {
      isOver = true;
    });
    while (!isOver) {
      doneAtTurns.push(done.length);
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
    }
    expect(done).toEqual([...Array(50).keys()]);
    const steps = doneAtTurns.slice(1).map((count, at) => count - (doneAtTurns[at] ?? 0));
    expect(Math.max(...steps)).toBeLessThanOrEqual(8);
  });

  it('gives on what goes wrong', async () => {
    await expect(
      inSlices([1], () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
  });
});
