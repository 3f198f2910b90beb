'use client';

import { useQuery } from '@tanstack/react-query';
import { Notice } from '@/components/ui/notice';
import { freshPassOptions } from '@/lib/client/passes';
import { pluralText } from '@/lib/format/plural';
import type { CancelBookingProps } from './cancel-booking';

/** What came of it: given back, or asked for while nobody knows yet. */
export function CancelResult({ isChecking, ...props }: CancelBookingProps & { isChecking: boolean }) {
  return isChecking ? <Notice>{props.words.checking}</Notice> : <Returned {...props} />;
}

/** The visits that came back, from a fresh read of the pass; without one, no number is claimed. */
function Returned({ booking, words, locale }: CancelBookingProps) {
  const pass = useQuery(freshPassOptions(booking.passId));
  const { visits } = pass.data ?? {};
  const text = visits
    ? pluralText(words.doneBack, booking.visits, locale)
        .replace('{left}', String(visits.left))
        .replace('{total}', String(visits.total))
    : words.doneBackOnly;
  return (
    <Notice tone="positive">
      <p>{pass.isPending ? words.doneBackOnly : text}</p>
    </Notice>
  );
}
