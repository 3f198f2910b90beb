import { instantOf, isoInZone, type LocalTime } from './place-time';

/**
 * What the place says about giving a booking back. `unknown` is a policy that is missing or cannot be read: it is
 * neither "free" nor "never", and may be tried with the traveller's consent (dragonpass-api 0.2).
 */
export type CancellationPolicy = { kind: 'free-until'; hoursBefore: number } | { kind: 'never' } | { kind: 'unknown' };

export type CancellationAnswer = 'allowed' | 'too-late' | 'never' | 'ask-vendor';

/** Last instant (inclusive, epoch ms) at which the visit can be given back; null unless the policy has a limit. */
export function cancellationLimitMs(policy: CancellationPolicy, at: LocalTime, timeZone: string): number | null {
  if (policy.kind !== 'free-until') return null;
  return instantOf(at, timeZone) - policy.hoursBefore * 3_600_000;
}

/** The limit as an instant with the place's offset. Hours are elapsed hours, also through a DST change. */
export function cancellationUntil(policy: CancellationPolicy, at: LocalTime, timeZone: string): string | null {
  const limitMs = cancellationLimitMs(policy, at, timeZone);
  return limitMs === null ? null : isoInZone(limitMs, timeZone);
}

/** Judged by the server's clock only; the device's clock plays no part. */
export function judgeCancellation(
  policy: CancellationPolicy,
  at: LocalTime,
  timeZone: string,
  nowMs: number,
): CancellationAnswer {
  if (policy.kind === 'never') return 'never';
  if (policy.kind === 'unknown') return nowMs < instantOf(at, timeZone) ? 'ask-vendor' : 'too-late';
  const limitMs = cancellationLimitMs(policy, at, timeZone) ?? Number.NEGATIVE_INFINITY;
  return nowMs <= limitMs ? 'allowed' : 'too-late';
}
