import 'server-only';
import { createHash } from 'node:crypto';
import type { BookingDto } from '@/lib/contract/bookings';
import type { PassDto } from '@/lib/contract/passes';

/** Changes with what a pass or a booking says. When it was last confirmed is no change of that. */
export function versionOf({ asOf: _asOf, ...said }: BookingDto | PassDto): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 16);
}
