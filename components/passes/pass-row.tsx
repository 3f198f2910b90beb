import { ChevronRight, QrCode, Ticket } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import type { PassDto } from '@/lib/contract/passes';
import { MODULE_NAMES } from '@/lib/domain/module';
import { expiryDate } from '@/lib/format/time';
import { passFace } from './pass-face';
import { PassStatusChip } from './pass-status-chip';

/** A pass in a list; a usable one wears the brand. The whole card leads to it. */
export function PassRow({ pass }: { pass: PassDto }) {
  const t = useTranslations('passes');
  const locale = useLocale();
  const isReady = pass.status === 'active';
  const Icon = isReady ? QrCode : Ticket;
  return (
    <Link
      href={`/passes/${pass.passId}`}
      className={cx(
        'state-border grid grid-cols-[1fr_auto] items-center gap-4 rounded-card p-4',
        isReady ? 'on-brand bg-brand text-on-brand' : 'border border-line bg-surface-raised',
      )}
    >
      <span className="grid min-w-0 gap-1">
        <span className={cx('text-15', isReady ? 'opacity-85' : 'text-ink-muted')}>
          {t(`kind.${MODULE_NAMES[pass.module]}`)}
        </span>
        <span className="font-bold text-20">{pass.title}</span>
        <span className={cx('text-15', isReady ? 'opacity-85' : 'text-ink-muted')}>
          {pass.expiresAt && t('validUntil', { date: expiryDate(pass.expiresAt, { timeZone: 'UTC', locale }) })}
        </span>
        <span className="mt-1">
          {isReady ? (
            <span className="tabular inline-block rounded-full bg-accent px-3 py-0.5 font-bold text-15 text-on-accent">
              {t('visitsLeft', { count: pass.visits.left })}
            </span>
          ) : (
            <PassStatusChip face={passFace(pass)} />
          )}
        </span>
      </span>
      {isReady ? (
        <span className="grid size-14 place-items-center rounded-control bg-paper text-print forced-color-adjust-none">
          <Icon aria-hidden size={32} strokeWidth={1.75} />
        </span>
      ) : (
        <ChevronRight aria-hidden size={20} strokeWidth={1.75} className="rtl:-scale-x-100" />
      )}
    </Link>
  );
}
