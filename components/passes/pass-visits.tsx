import { useTranslations } from 'next-intl';
import type { PassDto } from '@/lib/contract/passes';

/** What became of the visits of a pass: left, booked, used, of how many; and those that staff took back. */
export function PassVisits({ visits }: { visits: PassDto['visits'] }) {
  const t = useTranslations('passes.visits');
  return (
    <section aria-labelledby="visits-title">
      <h2 id="visits-title" className="overline mb-2">
        {t('title')}
      </h2>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(5.25rem,1fr))] gap-y-2 divide-x divide-line rounded-card border border-line bg-surface-raised py-3 text-center rtl:divide-x-reverse">
        {(['left', 'reserved', 'used'] as const).map((key) => (
          <div key={key} className="flex flex-col-reverse px-2">
            <dt className="text-15 text-ink-muted">{t(key === 'reserved' ? 'booked' : key)}</dt>
            <dd className="tabular font-bold text-26">{visits[key]}</dd>
          </div>
        ))}
      </dl>
      <p className="tabular mt-2 text-15 text-ink-muted">
        {t('total', { count: visits.total })}
        {visits.reversed > 0 && <> · {t('reversed', { count: visits.reversed })}</>}
      </p>
    </section>
  );
}
