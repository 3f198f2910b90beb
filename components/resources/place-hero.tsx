import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { cx } from '@/components/ui/cx';
import { PlaceArt, PlacePhoto } from './place-photo';

const SHOWN = 3;

/**
 * The place's photos, over the full width of a phone, with the way back on them. More than one can be swiped, or scrolled
 * with the arrow keys; from 900 px they stand below each other.
 */
export function PlaceHero({
  photos,
  back,
  label,
}: {
  /** At least one; a null `src` is the drawing. */
  photos: { src: string | null; alt: string }[];
  back: { href: string; label: string };
  label: string;
}) {
  const shown = photos.slice(0, SHOWN);
  const isMany = shown.length > 1;
  return (
    <div data-own-bar className="relative -mx-(--gutter) -mt-2 lg:mx-0 lg:mt-0">
      <PlaceArt />
      <ul
        {...(isMany ? { tabIndex: 0, 'aria-label': label } : {})}
        className="flex snap-x snap-mandatory overflow-x-auto [scrollbar-width:none] lg:grid lg:grid-cols-2 lg:gap-3 lg:overflow-visible"
      >
        {shown.map((photo, index) => (
          <li
            key={photo.alt}
            className={cx(
              'relative shrink-0 basis-full snap-center',
              (index === 0 || shown.length === 2) && 'lg:col-span-2',
            )}
          >
            <PlacePhoto
              src={photo.src}
              alt={photo.alt}
              size="hero"
              isFirst={index === 0}
              className="aspect-video max-h-[50dvh] min-h-44 w-full lg:max-h-none lg:min-h-0 lg:rounded-panel"
            />
            {isMany && (
              <span
                aria-hidden
                className="tabular absolute end-3 bottom-3 rounded-full bg-surface-raised px-2.5 py-0.5 font-bold text-13 text-ink lg:hidden"
              >
                {index + 1}/{shown.length}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Link
        href={back.href}
        prefetch={false}
        aria-label={back.label}
        className="absolute start-4 top-4 grid size-11 place-items-center rounded-full bg-surface-raised text-ink shadow-card"
      >
        <ArrowLeft aria-hidden size={22} strokeWidth={1.75} className="rtl:-scale-x-100" />
      </Link>
    </div>
  );
}
