import Link from 'next/link';
import { useTranslations } from 'next-intl';

const LINKS = ['help', 'accessibility', 'privacy', 'terms'] as const;

/** Links to the pages every service owes its people. */
export function Footer() {
  const t = useTranslations('nav');
  const common = useTranslations('common');
  return (
    <footer data-footer className="mt-12 border-line border-t">
      <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4 text-15 text-ink-muted">
        <nav aria-label={t('footer')}>
          <ul className="flex flex-wrap gap-x-5">
            {LINKS.map((key) => (
              <li key={key}>
                <Link
                  href={`/${key}`}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center underline-offset-4 hover:text-ink hover:underline"
                >
                  {t(key)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <p className="py-2">{common('poweredBy')}</p>
      </div>
    </footer>
  );
}
