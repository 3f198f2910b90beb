import { median, quantile } from './finding';
import { latenciesAt, type Target, throughput } from './load';

const ROUNDS = 3;
const ROUND_SECONDS = 3;
const WARM_UP_SECONDS = 2;
const LATENCY_SECONDS = 5;

/** One thing the product serves, and the same bytes from the two it is compared with. */
export type Subject = { name: string; aim: number; ours: Target; trivial: Target; plain: Target };

export type Speed = {
  name: string;
  bytes: number;
  /** Requests a second, medians of the rounds. */
  perSecond: { ours: number; trivial: number; plain: number };
  ratio: { toTrivial: number; toPlain: number };
  /** Every round's rates, so that an uneasy machine shows itself. */
  rounds: { ours: number[]; trivial: number[]; plain: number[] };
  p99AtHalfMs: number;
  aim: number;
};

/**
 * Rounds of the three in turn, so that whatever else the machine does falls on all of them alike; then, alone, how long
 * the product's slowest answers take at half of its rate.
 */
export async function measure(subject: Subject, bytes: number): Promise<Speed> {
  const { name, aim } = subject;
  const kinds = ['ours', 'trivial', 'plain'] as const;
  const rounds: Speed['rounds'] = { ours: [], trivial: [], plain: [] };
  for (const kind of kinds) await throughput(subject[kind], WARM_UP_SECONDS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of kinds) rounds[kind].push(Math.round(await throughput(subject[kind], ROUND_SECONDS)));
  }
  const [ours, trivial, plain] = [median(rounds.ours), median(rounds.trivial), median(rounds.plain)];
  const p99AtHalfMs = quantile(await latenciesAt(subject.ours, ours / 2, LATENCY_SECONDS), 0.99);
  const perSecond = { ours, trivial, plain };
  return {
    name,
    bytes,
    perSecond,
    ratio: { toTrivial: ours / trivial, toPlain: ours / plain },
    rounds,
    p99AtHalfMs,
    aim,
  };
}
