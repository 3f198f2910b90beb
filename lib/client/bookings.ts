import type { BookingDto, CancelledBookingDto, PrebookBody } from '@/lib/contract/bookings';
import { apiPost } from './api';

/** 201 with the booking, or 202 `checking` while nobody knows yet whether the vendor took it. */
export type MadeBooking = Pick<BookingDto, 'bookingId' | 'status'>;

export function prebookMutation() {
  return {
    mutationFn: ({ idempotencyKey, ...body }: PrebookBody & { idempotencyKey: string }) =>
      apiPost<MadeBooking>('/api/bookings', body, { idempotencyKey }),
  };
}

/** Answers with the booking as it is afterwards: cancelled, or still standing while `isCancelling`. */
export function cancelBookingMutation(bookingId: string, idempotencyKey: string) {
  return {
    mutationFn: () =>
      apiPost<CancelledBookingDto>(`/api/bookings/${encodeURIComponent(bookingId)}/cancel`, {}, { idempotencyKey }),
  };
}
