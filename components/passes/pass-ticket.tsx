import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { QrCode } from '@/components/ui/qr-code';
import { GroupedCode, Ticket, TicketFacts, TicketMark } from '@/components/ui/ticket';
import type { PassDetail } from '@/lib/contract/passes';
import { expiryDate } from '@/lib/format/time';
import { NEXT_OF_FACE, type PassFace } from './pass-face';
import { PassStatusChip } from './pass-status-chip';

/** The pass as staff see it: brand, visits left, code, name, expiry, network. Without a usable code: why, and what next. */
export function PassTicket({ pass, face, brandName }: { pass: PassDetail; face: PassFace; brandName: string }) {
  const t = useTranslations('passes');
  const locale = useLocale();
  return (
    <Ticket
      title={brandName}
      badge={face === 'code' || face === 'booking-only' ? t('visitsLeft', { count: pass.visits.left }) : undefined}
    >
      {face === 'code' && pass.code ? (
        <div className="pb-2">
          <PassCode code={pass.code} />
          <div className="-mt-1 text-center">
            <CopyButton
              text={pass.code}
              label={t('panel.copy')}
              copiedLabel={t('panel.copied')}
              failedLabel={t('panel.copyFailed')}
            />
          </div>
        </div>
      ) : (
        face !== 'code' && <PassWithoutCode pass={pass} face={face} brandName={brandName} />
      )}
      <TicketFacts
        facts={[
          { label: t('panel.name'), value: `${pass.holder.firstName} ${pass.holder.lastName}` },
          ...(pass.expiresAt
            ? [{ label: t('panel.validUntil'), value: expiryDate(pass.expiresAt, { timeZone: 'UTC', locale }) }]
            : []),
        ]}
      />
      <TicketMark>{t('panel.mark')}</TicketMark>
    </Ticket>
  );
}

/** QR and number, for the ticket and for the full screen. */
export function PassCode({ code }: { code: string }) {
  const t = useTranslations('passes.panel');
  return (
    <div>
      <QrCode value={code} label={t('qr')} />
      <p className="sr-only">{t('number')}</p>
      <GroupedCode code={code} />
    </div>
  );
}

function PassWithoutCode({
  pass,
  face,
  brandName,
}: {
  pass: PassDetail;
  face: Exclude<PassFace, 'code'>;
  brandName: string;
}) {
  const t = useTranslations('passes');
  const locale = useLocale();
  const instant = face === 'not-yet-active' ? pass.activatesAt : pass.expiresAt;
  const date = instant ? expiryDate(instant, { timeZone: 'UTC', locale }) : '';
  const next = NEXT_OF_FACE[face];
  return (
    <div className="grid justify-items-start gap-3 px-4.5 pt-6 pb-7">
      <PassStatusChip face={face} />
      <p className="font-bold text-20">{t(`status.${face}.reason`, { date })}</p>
      <p className="text-print/75">{t(`status.${face}.next`, { brand: brandName })}</p>
      <ButtonLink href={next.href} size="small" className="mt-1">
        {t(`next.${next.words}`)}
      </ButtonLink>
    </div>
  );
}
