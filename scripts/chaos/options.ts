import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';

export type SetUp = 'pglite' | 'postgres';

export type Options = {
  setUps: SetUp[];
  /** Bookings, cancellations and changes asked for, in each set-up. */
  operations: number;
  workers: number;
  /** How often a server is killed, at the least. */
  kills: number;
  /** How often the clocks of everybody jump ahead, so that holds end under people's hands. */
  clockSteps: number;
  /** With faults that take our server ten seconds each to give up on. */
  isPatient: boolean;
  /** Both set-ups at once: a short run mostly waits. */
  isTogether: boolean;
  seed: string;
};

const FULL = { operations: 2_000, workers: 10, kills: 12, 'clock-steps': 4 };
/** What `npm test` has time for. */
const SHORT = { operations: 60, workers: 4, kills: 2, 'clock-steps': 1 };

const count = z.coerce.number().int();
const optionsSchema = z.object({
  only: z.enum(['pglite', 'postgres']).optional(),
  operations: count.min(1).max(100_000),
  // Signing in is limited for each address, and all of them come from one.
  workers: count.min(1).max(20),
  kills: count.min(0).max(1_000),
  'clock-steps': count.min(0).max(20),
  seed: z.string().min(1),
});

/** @throws an error that says what is wrong with the arguments */
export function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      short: { type: 'boolean' },
      only: text,
      operations: text,
      workers: text,
      kills: text,
      'clock-steps': text,
      seed: text,
    },
  });
  const { short, ...given } = values;
  const parsed = optionsSchema.safeParse({ seed: String(randomInt(1e9)), ...(short ? SHORT : FULL), ...given });
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { only, 'clock-steps': clockSteps, ...rest } = parsed.data;
  return {
    setUps: only ? [only] : ['pglite', 'postgres'],
    clockSteps,
    isPatient: !short,
    isTogether: short === true,
    ...rest,
  };
}
