import { MapPin } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { RowLink } from '@/components/ui/row';
import { MODULE_NAMES, type Module } from '@/lib/domain/module';

/** A place the pass is for. `name` is null when the catalogue does not know it (any more). */
export type ScopePlace = { resourceId: string; name: string | null; where: string | null };

/** Where the pass works: named places, or every one of its kind. */
export function PassScope({ module, places }: { module: Module; places: ScopePlace[] }) {
  const t = useTranslations('passes.covers');
  return (
    <section aria-labelledby="scope-title">
      <h2 id="scope-title" className="overline mb-1">
        {t('title')}
      </h2>
      {places.length === 0 ? (
        <p>
          {t(`all.${MODULE_NAMES[module]}`)}{' '}
          <Link
            href="/"
            prefetch={false}
            className="inline-flex min-h-11 items-center font-bold underline underline-offset-4"
          >
            {t('find')}
          </Link>
        </p>
      ) : (
        <>
          <p className="text-15 text-ink-muted">{t('only', { count: places.length })}</p>
          <ul>
            {places.map(({ resourceId, name, where }) => (
              <li key={resourceId}>
                <RowLink href={`/resources/${encodeURIComponent(resourceId)}`} icon={MapPin} hint={where}>
                  {name ?? t('unknownPlace', { id: resourceId })}
                </RowLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
