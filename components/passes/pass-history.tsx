import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RowLink } from '@/components/ui/row';
import type { PassDetail } from '@/lib/contract/passes';
import { ActivityRow } from './activity-row';

/** As much as somebody at a desk looks through; the activity has the rest. */
const MOST_SHOWN = 5;

/** Uses of the pass, bookings and what came back, newest first; nothing where nothing has happened yet. */
export function PassHistory({ entries, nowMs }: { entries: PassDetail['history']; nowMs: number }) {
  const t = useTranslations('passes.history');
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title" className="overline">
        {t('title')}
      </h2>
      <ul>
        {entries.slice(0, MOST_SHOWN).map((entry) => (
          <li key={entry.activityId}>
            <ActivityRow entry={entry} nowMs={nowMs} />
          </li>
        ))}
      </ul>
      <RowLink href="/activity" icon={History}>
        {t('all')}
      </RowLink>
    </section>
  );
}
