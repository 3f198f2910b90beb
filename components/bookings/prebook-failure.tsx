'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Failure } from './prebook-state';
import { useOnline } from './use-online';

/** Refusals that are about the booking to be replaced, not about the new one. */
const OF_CHANGE = ['too_late_to_cancel', 'already_cancelled', 'already_booked'] as const;

/** Why the booking is not confirmed, and what to do. After a lost answer the same button has one effect, however often. */
export function PrebookFailure({
  failure,
  isOpen,
  isChange,
}: {
  failure: Failure;
  isOpen: boolean;
  isChange: boolean;
}) {
  const t = useTranslations('prebook.failed');
  const errors = useTranslations('errors');
  const common = useTranslations('common');
  const { code, requestId } = failure;
  const isOnline = useOnline();
  const isLost = code === 'offline' || code === 'internal';
  const ofChange = isChange && OF_CHANGE.find((known) => known === code);
  const leadsTo =
    isOpen || ofChange || code === 'already_booked' ? 'bookings' : code === 'not_entitled' ? 'passes' : null;
  return (
    <Notice tone="critical" isAlert title={t(isOpen ? 'unanswered' : 'title')}>
      {isLost ? (
        <p>{t(isOnline ? 'noAnswer' : 'offline')}</p>
      ) : ofChange ? (
        <p>{t(`change.${ofChange}`)}</p>
      ) : (
        <p>
          {errors(`${code}.message`)} {errors(`${code}.action`)}
        </p>
      )}
      {requestId && (
        <p className="tabular break-all font-normal text-13">{common('reference', { reference: requestId })}</p>
      )}
      {leadsTo && (
        <div className="mt-1">
          <ButtonLink href={`/${leadsTo}`} size="small" variant="secondary">
            {t(leadsTo)}
          </ButtonLink>
        </div>
      )}
    </Notice>
  );
}
