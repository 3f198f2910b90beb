import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';

type Person = { id: 'ada' | 'xiaoming' | 'zoe'; firstName: string };

/** One press signs in as one of the people below: a native form, so it works before any script has loaded. */
export function DemoSignIn({ people, to }: { people: readonly Person[]; to: string }) {
  const t = useTranslations('signIn.demo');
  return (
    <form method="post" action="/api/session/demo" className="grid gap-2.5" aria-labelledby="demo-title">
      <div className="mb-1 grid gap-1">
        <h2 id="demo-title" className="font-bold text-20">
          {t('title')}
        </h2>
        <p className="text-15 text-ink-muted">{t('hint')}</p>
      </div>
      <input type="hidden" name="to" value={to} />
      {people.map(({ id, firstName }) => (
        <button
          key={id}
          type="submit"
          name="traveller"
          value={id}
          className="grid min-h-16 grid-cols-[2.75rem_1fr_1.5rem] items-center gap-3.5 rounded-card border border-line bg-surface-raised px-4 py-2.5 text-start transition-colors hover:border-ink"
        >
          <span
            aria-hidden
            className="grid size-11 place-items-center rounded-full bg-brand font-bold text-17 text-on-brand"
          >
            {[...firstName][0]}
          </span>
          <span className="min-w-0">
            <span className="block font-bold leading-snug">{t(`people.${id}.name`)}</span>
            <span className="block text-15 text-ink-muted leading-snug">{t(`people.${id}.about`)}</span>
          </span>
          <ChevronRight aria-hidden size={22} strokeWidth={1.75} className="text-ink-muted rtl:-scale-x-100" />
        </button>
      ))}
    </form>
  );
}
