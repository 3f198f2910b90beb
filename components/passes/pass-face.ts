import type { PassDto } from '@/lib/contract/passes';

/** What a pass shows: its code, or why there is none. The words stand in messages under the same names. */
export type PassFace = 'code' | NonNullable<PassDto['blockedBy']>;

export function passFace(pass: Pick<PassDto, 'blockedBy'>): PassFace {
  return pass.blockedBy ?? 'code';
}

/** Where the traveller goes from a pass without a code; null is the pass itself, without regard to a place. */
export const NEXT_OF_FACE = {
  'booking-only': { href: '/', words: 'findLane' },
  booked: { href: '/bookings', words: 'bookings' },
  'not-here': { href: null, words: 'anyway' },
  'not-yet-active': { href: '/help', words: 'help' },
  'used-up': { href: '/passes/new', words: 'newPass' },
  expired: { href: '/passes/new', words: 'newPass' },
  cancelled: { href: '/passes/new', words: 'newPass' },
  suspended: { href: '/help', words: 'help' },
  pending: { href: '/help', words: 'help' },
} as const satisfies Record<Exclude<PassFace, 'code'>, { href: string | null; words: string }>;

/** Nothing of it is used or booked, so giving it back takes nothing from anybody. */
export function canCancelPass(pass: Pick<PassDto, 'status' | 'visits'>): boolean {
  const isOpen = pass.status === 'active' || pass.status === 'not-yet-active';
  return isOpen && pass.visits.used === 0 && pass.visits.reserved === 0;
}

/** Usable passes first, soonest to expire on top; then the others, newest on top. */
export function arrangePasses<P extends Pick<PassDto, 'status' | 'visits' | 'expiresAt' | 'createdAt'>>(passes: P[]) {
  const isReady = (pass: P) => pass.status === 'active';
  const expiry = (pass: P) => (pass.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(pass.expiresAt));
  return {
    ready: passes.filter(isReady).sort((a, b) => expiry(a) - expiry(b)),
    others: passes
      .filter((pass) => !isReady(pass))
      .sort((a, b) => rankOf(a.status) - rankOf(b.status) || Date.parse(b.createdAt) - Date.parse(a.createdAt)),
  };
}

/** A pass on its way matters more than one that is over. */
function rankOf(status: PassDto['status']): number {
  if (status === 'pending') return 0;
  return status === 'not-yet-active' || status === 'suspended' ? 1 : 2;
}
