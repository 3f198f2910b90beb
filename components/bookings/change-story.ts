import type { BookingDto } from '@/lib/contract/bookings';

/** What a booking tells of a change, and which booking is the other one. The words stand in messages under the same names. */
export type ChangeStory = {
  kind:
    | 'newWaiting'
    | 'givingBack'
    | 'newDone'
    | 'newBothStand'
    | 'newRefused'
    | 'oldWaiting'
    | 'oldDone'
    | 'oldBothStand';
  otherId: string;
};

type Changed = Pick<BookingDto, 'status' | 'replaces' | 'replacedBy' | 'change'>;

const OLD = { waiting: 'oldWaiting', done: 'oldDone', 'both-stand': 'oldBothStand' } as const;
const NEW = { waiting: 'newWaiting', done: 'newDone', 'both-stand': 'newBothStand' } as const;

/** A booking that took another's place and is itself being changed tells of the later change. Null when there is none to tell. */
export function changeStory({ status, replaces, replacedBy, change }: Changed): ChangeStory | null {
  if (replacedBy !== null && change !== null) return { kind: OLD[change], otherId: replacedBy };
  if (replaces === null) return null;
  if (status === 'refused') return { kind: 'newRefused', otherId: replaces };
  if (change === null) return null;
  const isSure = status === 'confirmed' || status === 'used';
  return { kind: change === 'waiting' && isSure ? 'givingBack' : NEW[change], otherId: replaces };
}

/** That two bookings stand is worth saying only while both do. */
export function isTold(
  { kind }: ChangeStory,
  booking: Pick<BookingDto, 'status'>,
  other: Pick<BookingDto, 'status'> | null,
) {
  if (kind !== 'newBothStand' && kind !== 'oldBothStand') return true;
  const stands = (one: Pick<BookingDto, 'status'>) => one.status === 'confirmed' || one.status === 'pending';
  return stands(booking) && (other === null || stands(other));
}
