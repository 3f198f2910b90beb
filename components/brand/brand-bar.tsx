import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { NavLabels } from './destinations';
import { TopLinks } from './top-links';

type Traveller = { firstName: string; lastName: string };

/** Name and logo, the traveller, and from 900 px the destinations. Pages with a bar of their own hide it on phones. */
export function BrandBar({
  brandName,
  logoUrl,
  traveller,
  canSignIn = true,
  labels,
}: {
  brandName: string;
  logoUrl: string;
  traveller: Traveller | null;
  /** False on a page kept for when there is no network to sign in with. */
  canSignIn?: boolean;
  labels: NavLabels;
}) {
  const t = useTranslations('nav');
  return (
    <header data-brand-bar className="lg:border-line lg:border-b lg:bg-surface-raised">
      <div className="page flex flex-wrap items-center justify-between gap-x-4 pt-4 pb-2 lg:grid lg:grid-cols-[1fr_auto_1fr] lg:py-3">
        <Link
          href="/"
          prefetch={false}
          aria-label={t('home', { brand: brandName })}
          className="flex min-h-11 min-w-0 items-center gap-2.5 font-black text-20 tracking-tight"
        >
          {/* biome-ignore lint/performance/noImgElement: a small vector picture has nothing to optimise. */}
          <img src={logoUrl} alt="" width={28} height={28} />
          <span className="min-w-0 leading-tight">{brandName}</span>
        </Link>
        <TopLinks labels={labels} />
        {traveller ? (
          <Link
            href="/account"
            prefetch={false}
            aria-label={t('accountOf', { name: `${traveller.firstName} ${traveller.lastName}` })}
            className="-m-1 justify-self-end rounded-full p-1"
          >
            <span className="grid size-9 place-items-center rounded-full bg-brand font-bold text-15 text-on-brand">
              {initialsOf(traveller)}
            </span>
          </Link>
        ) : canSignIn ? (
          <Link
            href="/sign-in"
            className="-me-3 inline-flex min-h-11 items-center justify-self-end rounded-full px-3 font-bold text-15 underline-offset-4 hover:underline"
          >
            {t('signIn')}
          </Link>
        ) : null}
      </div>
    </header>
  );
}

/** First letters as people see them: a letter with its accents is one. A one-letter name stays one. */
export function initialsOf({ firstName, lastName }: Traveller): string {
  const segmenter = new Intl.Segmenter();
  return [firstName, lastName]
    .map((name) => segmenter.segment(name.trim())[Symbol.iterator]().next().value?.segment ?? '')
    .join('')
    .toUpperCase();
}
