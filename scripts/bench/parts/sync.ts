import path from 'node:path';
import { z } from 'zod';
import { type Finding, findings } from '../finding';
import { runInside } from '../inside';
import type { Part } from '../part';

const countedSchema = z.object({
  total: z.number(),
  byOperation: z.record(z.string(), z.number()),
  seconds: z.number(),
  longestBlockMs: z.number(),
});
const resultSchema = z.object({
  full: countedSchema,
  unchanged: countedSchema,
  changed: countedSchema,
  changes: z.number(),
  arrived: z.number(),
});

/** What keeping the catalogue up to date asks of the vendor, in both of its versions. */
export const sync: Part = {
  name: 'sync',
  async run({ folder }) {
    const found: Finding[] = [];
    const data: Record<string, z.infer<typeof resultSchema>> = {};
    for (const version of ['v1', 'v2']) {
      const result = await runInside('sync.ts', [version], path.join(folder, version), resultSchema);
      data[version] = result;
      found.push(
        { what: `${version}, all of it`, measured: told(result.full) },
        { what: `${version}, nothing changed`, measured: told(result.unchanged) },
        {
          what: `${version}, ${result.changes} places changed`,
          measured: told(result.changed),
          aim: 'all arrive',
          isMet: result.arrived === result.changes,
        },
      );
    }
    return [findings('Calls of the vendor to bring the catalogue up to date', found, data)];
  },
};

function told({ total, byOperation, seconds, longestBlockMs }: z.infer<typeof countedSchema>): string {
  const parts = Object.entries(byOperation).map(([operation, count]) => `${operation} ${count}`);
  return `${total} (${parts.join(', ')}), ${seconds.toFixed(1)} s, blocked ${longestBlockMs.toFixed(0)} ms at most`;
}
