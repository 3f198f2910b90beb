import { useTranslations } from 'next-intl';
import type { PassDto } from '@/lib/contract/passes';

/**
 * What became of the visits of a pass: left, booked, used, of how many; and those that staff took back. Of a pass that is over
 * none is left any more: it was not used.
 */
export function PassVisits({ pass: { status, visits } }: { pass: Pick<PassDto, 'status' | 'visits'> }) {
  const t = useTranslations('passes.visits');
  const left = status === 'expired' || status === 'cancelled' ? 'unused' : 'left';
  const names = { left, reserved: 'booked', used: 'used' } as const;
  return (
    <section aria-labelledby="visits-title">
      <h2 id="visits-title" className="overline mb-2">
        {t('title')}
      </h2>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(5.25rem,1fr))] gap-y-2 divide-x divide-line rounded-card border border-line bg-surface-raised py-3 text-center rtl:divide-x-reverse">
        {(['left', 'reserved', 'used'] as const).map((key) => (
          <div key={key} className="flex flex-col-reverse px-2">
            <dt className="text-15 text-ink-muted">{t(names[key])}</dt>
            <dd className="tabular font-bold text-26">{visits[key]}</dd>
          </div>
        ))}
      </dl>
      <p className="tabular mt-2 text-15 text-ink-muted">
        {t('total', { count: visits.total })} · {t('perPerson')}
        {visits.reversed > 0 && <> {t('reversed', { count: visits.reversed })}</>}
      </p>
    </section>
  );
}
