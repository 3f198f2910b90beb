import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { PassDetail } from '@/lib/contract/passes';
import { expiryDate } from '@/lib/format/time';
import { NEXT_OF_FACE, type PassFace } from './pass-face';
import { PassStatusChip } from './pass-status-chip';

/** In place of a code: why there is none, and what to do next. */
export function PassReason({
  pass,
  face,
  brandName,
  placeName,
}: {
  pass: PassDetail;
  face: Exclude<PassFace, 'code'>;
  brandName: string;
  placeName: string | null;
}) {
  const t = useTranslations('passes');
  const locale = useLocale();
  const instant = face === 'not-yet-active' ? pass.activatesAt : pass.expiresAt;
  const date = instant ? expiryDate(instant, { timeZone: 'UTC', locale }) : '';
  const next = NEXT_OF_FACE[face];
  return (
    <div className="grid justify-items-start gap-3 px-4.5 pt-6 pb-7">
      <PassStatusChip face={face} />
      <p className="font-bold text-20">{t(`status.${face}.reason`, { date, place: placeName ?? '' })}</p>
      <p className="text-print/75">{t(`status.${face}.next`, { brand: brandName })}</p>
      <ButtonLink href={next.href ?? `/passes/${pass.passId}`} prefetch={false} size="small" className="mt-1">
        {t(`next.${next.words}`)}
      </ButtonLink>
    </div>
  );
}
