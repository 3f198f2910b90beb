'use client';

import { useQuery } from '@tanstack/react-query';
import { Notice } from '@/components/ui/notice';
import { freshPassOptions } from '@/lib/client/passes';
import type { CancelledBookingDto } from '@/lib/contract/bookings';
import { pluralText } from '@/lib/format/plural';
import type { CancelBookingProps } from './cancel-booking';

type Props = CancelBookingProps & {
  /** What the pass has since, as the answer told; null when it did not. */
  visits: CancelledBookingDto['passVisits'];
};

/** What came of it: given back, or asked for while nobody knows yet. */
export function CancelResult({ isChecking, ...props }: Props & { isChecking: boolean }) {
  return isChecking ? <Notice>{props.words.checking}</Notice> : <Returned {...props} />;
}

/** The visits that came back; where the answer did not say, from a fresh read of the pass; without one, no number is claimed. */
function Returned({ booking, words, locale, visits }: Props) {
  const pass = useQuery({ ...freshPassOptions(booking.passId), enabled: visits === null });
  const known = visits ?? pass.data?.visits;
  const text = known
    ? pluralText(words.doneBack, booking.visits, locale)
        .replace('{left}', String(known.left))
        .replace('{total}', String(known.total))
    : words.doneBackOnly;
  return (
    <Notice tone="positive">
      <p>{text}</p>
    </Notice>
  );
}
