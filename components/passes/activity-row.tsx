import { CalendarCheck, CalendarX, DoorOpen, type LucideIcon, Undo2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import type { ActivityEntry } from '@/lib/contract/activity';
import { clockTime, shortDate } from '@/lib/format/time';

const ICONS: Record<ActivityEntry['kind'], LucideIcon> = {
  visit: DoorOpen,
  booking: CalendarCheck,
  cancellation: CalendarX,
  reversal: Undo2,
};

/** One use or return of visits. Times the vendor gave stand on the place's clock; the others say that they are UTC. */
export function ActivityRow({ entry, nowMs }: { entry: ActivityEntry; nowMs: number }) {
  const t = useTranslations('activity');
  const locale = useLocale();
  const Icon = ICONS[entry.kind];
  const isReturn = entry.visits < 0;
  // A local time has no offset of its own: read as UTC, it is shown exactly as the place's clock had it.
  const reading = { timeZone: 'UTC', locale };
  const instant = entry.localTime ? `${entry.localTime}Z` : entry.happenedAt;
  const time = clockTime(instant, reading);
  const where = entry.city ?? entry.hubName;
  const clock = entry.localTime && where ? t('localTime', { time, city: where }) : t('utcTime', { time });
  return (
    <div className="grid grid-cols-[2.75rem_1fr_auto] items-center gap-3 border-line border-b py-3">
      <span className="grid size-11 place-items-center rounded-full border border-line bg-surface-raised">
        <Icon aria-hidden size={22} strokeWidth={1.75} />
      </span>
      <span className="min-w-0">
        <span className="block font-bold leading-tight">{entry.resourceName ?? t('unknownPlace')}</span>
        <span className="block text-15 text-ink-muted">
          {t(`line.${entry.kind}`, { when: `${shortDate(instant, reading, nowMs)}, ${clock}` })}
        </span>
      </span>
      <span className={cx('tabular font-bold text-15', isReturn ? 'text-positive' : 'text-ink')}>
        {t(isReturn ? 'back' : 'visits', { count: Math.abs(entry.visits) })}
      </span>
    </div>
  );
}
