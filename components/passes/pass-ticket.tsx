import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { QrCode } from '@/components/ui/qr-code';
import { ShownUntil } from '@/components/ui/shown-until';
import { GroupedCode, Ticket, TicketFacts, TicketMark } from '@/components/ui/ticket';
import type { PassDetail } from '@/lib/contract/passes';
import { expiryDate } from '@/lib/format/time';
import { type PassFace, passFace } from './pass-face';
import { PassReason } from './pass-reason';

type Shown = {
  pass: PassDetail;
  brand: { name: string; markUri: string | null };
  /** The server's time. */
  nowMs: number;
  /** Where the traveller wants to use it, when that is known. */
  placeName: string | null;
};

/** The pass as staff see it: brand, visits left, code, name, expiry, network. Without a usable code: why, and what next. */
export function PassTicket({ pass, brand, nowMs, placeName }: Shown) {
  const t = useTranslations('passes');
  const locale = useLocale();
  const face = passFace(pass);
  const reason = (why: Exclude<PassFace, 'code'>) => (
    <PassReason pass={pass} face={why} brandName={brand.name} placeName={placeName} />
  );
  return (
    <Ticket
      title={brand.name}
      badge={face === 'code' || face === 'booking-only' ? t('visitsLeft', { count: pass.visits.left }) : undefined}
    >
      {face === 'code' && pass.code ? (
        <WhileValid pass={pass} nowMs={nowMs} after={reason('expired')}>
          <div className="pb-2">
            <PassCode code={pass.code} />
            <div className="-mt-1 text-center noscript:hidden print:hidden">
              <CopyButton
                text={pass.code}
                label={t('panel.copy')}
                copiedLabel={t('panel.copied')}
                failedLabel={t('panel.copyFailed')}
              />
            </div>
          </div>
        </WhileValid>
      ) : (
        face !== 'code' && reason(face)
      )}
      <TicketFacts
        facts={[
          { label: t('panel.name'), value: `${pass.holder.firstName} ${pass.holder.lastName}` },
          ...(pass.expiresAt
            ? [{ label: t('panel.validUntil'), value: expiryDate(pass.expiresAt, { timeZone: 'UTC', locale }) }]
            : []),
        ]}
      />
      <TicketMark name={t('panel.mark')} src={brand.markUri} />
    </Ticket>
  );
}

/** A code that is on the screen when its pass ends goes away. */
export function WhileValid({
  pass,
  nowMs,
  after,
  children,
}: {
  pass: Pick<PassDetail, 'expiresAt'>;
  nowMs: number;
  after: ReactNode;
  children: ReactNode;
}) {
  if (pass.expiresAt === null) return children;
  return (
    <ShownUntil nowMs={nowMs} endsMs={Date.parse(pass.expiresAt)} after={after}>
      {children}
    </ShownUntil>
  );
}

/** QR and number, for the ticket and for the full screen. */
export function PassCode({ code }: { code: string }) {
  const t = useTranslations('passes.panel');
  return (
    <div>
      <QrCode
        value={code}
        label={t('qr')}
        instead={<p className="pt-8 pb-4 text-center text-print/70">{t('typed')}</p>}
      />
      <p className="sr-only">{t('number')}</p>
      <GroupedCode code={code} />
    </div>
  );
}
