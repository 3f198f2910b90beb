import { timesSchema } from '../../lib/contract/resources';
import type { Device } from './device';
import type { Random } from './random';

/** Places of the sandbox by their habits: some confirm later, one never takes bookings back, one does not say. */
const LOUNGES = ['N00001', 'N00002', 'N00012', 'N00129', 'N00130', 'N00201', 'N00203'] as const;
const LANES = ['C00001', 'C10826', 'C00131'] as const;
/** Days ahead: some within the time in which nothing can be given back any more. */
const DAYS = [0, 1, 2, 5, 9, 16, 30, 45] as const;
const DAY_MS = 86_400_000;
/** Times that many want, and those of the next hours, which are reached while the run goes on. */
const HABITS = { any: 65, popular: 25, soon: 10 } as const;
const SOON = 6;

/** Passed for every place; each takes what it asks for. */
export const DETAILS: Record<string, string> = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@traveller.example',
  callingCode: '44',
  phoneNumber: '2079460100',
  transportNumber: 'BA123',
};

export type Wish = { resourceId: string; at: string; adults: number; children: number };

/** What can be wished for, as the places' own pages offer it. */
export class Places {
  private constructor(private readonly timesOf: ReadonlyMap<string, readonly string[]>) {}

  static async read(device: Device): Promise<Places> {
    const timesOf = new Map<string, readonly string[]>();
    for (const resourceId of [...LOUNGES, ...LANES]) {
      const times: string[] = [];
      for (const days of DAYS) {
        const date = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
        const answer = await device.get(`/api/resources/${resourceId}/times?date=${date}`, timesSchema);
        times.push(...(answer?.times ?? []).map(({ at }) => at));
      }
      if (times.length === 0) throw new Error(`${resourceId} offers no times.`);
      timesOf.set(resourceId, times);
    }
    return new Places(timesOf);
  }

  /** Something that a pass of the module could be used for. */
  wish(random: Random, module: number): Wish {
    const resourceId = random.pick<string>(module === 1 ? LOUNGES : LANES);
    const times = this.timesOf.get(resourceId) ?? [];
    const at = random.pick(wanted(random, times));
    return { resourceId, at, adults: random.pick([1, 1, 1, 1, 2, 2, 3]), children: random.chance(0.15) ? 1 : 0 };
  }
}

function wanted(random: Random, times: readonly string[]): readonly string[] {
  switch (random.weighted(HABITS)) {
    case 'popular':
      return times.filter((_, index) => index % 40 === 7);
    case 'soon':
      return times.slice(0, SOON);
    default:
      return times;
  }
}
