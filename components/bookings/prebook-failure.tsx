'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Failure } from './prebook-state';
import { useOnline } from './use-online';

/** Why the booking is not confirmed, and what to do. After a lost answer the same button has one effect, however often. */
export function PrebookFailure({ failure }: { failure: Failure }) {
  const t = useTranslations('prebook.failed');
  const errors = useTranslations('errors');
  const common = useTranslations('common');
  const { code, requestId } = failure;
  const isOnline = useOnline();
  const isUnanswered = code === 'offline' || code === 'internal';
  const leadsTo = isUnanswered || code === 'already_booked' ? 'bookings' : code === 'not_entitled' ? 'passes' : null;
  return (
    <Notice tone="critical" isAlert title={t(isUnanswered ? 'unanswered' : 'title')}>
      {isUnanswered ? (
        <p>{t(isOnline ? 'noAnswer' : 'offline')}</p>
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
