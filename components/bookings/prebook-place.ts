import type { ResourceDto } from '@/lib/contract/resources';
import type { RequiredInfo } from '@/lib/domain/required-info';

/** What prebooking needs to know of a place; everything else stays on the server. */
export type PrebookPlace = {
  resourceId: string;
  name: string;
  /** `Manchester Airport · Terminal 1`. */
  where: string;
  city: string;
  timeZone: string;
  maxParty: number;
  needs: RequiredInfo;
  cancellation: ResourceDto['cancellation'];
  /** What the place says of children, sentence by sentence; nothing where it says nothing. */
  children: string[];
  /** The place's own rules, in its own words. */
  conditions: string | null;
};

/** A pass that covers the place and has visits left. */
export type PrebookPass = { passId: string; title: string; left: number; expiresOn: string };

/** The booking that the new one is to replace: when it is, and what becomes of it, in words. */
export type PrebookChange = { bookingId: string; when: string; outcome: string };

/** What cancelling would bring, judged for a time that is only being chosen. `untilMs` is set for `free-until` alone. */
export type CancelOutlook = { kind: 'free-until' | 'over' | 'never' | 'unknown'; untilMs: number };

/** Hours are elapsed hours before the visit, so plain arithmetic on instants is right on every night of the year. */
export function cancelOutlook(policy: ResourceDto['cancellation'], startsAt: string, nowMs: number): CancelOutlook {
  if (policy.kind !== 'free-until' || policy.hoursBefore === null) {
    return { kind: policy.kind === 'never' ? 'never' : 'unknown', untilMs: 0 };
  }
  const untilMs = Date.parse(startsAt) - policy.hoursBefore * 3_600_000;
  return { kind: nowMs <= untilMs ? 'free-until' : 'over', untilMs };
}
