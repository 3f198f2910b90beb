import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { cx } from '@/components/ui/cx';
import { PlaceArt, PlacePhoto } from './place-photo';

const SHOWN = 3;

/**
 * The place's photos over the full width of a phone, side by side from 900 px, with the way back on them. More than one
 * can be swiped, or scrolled with the arrow keys.
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
    <div data-own-bar className="relative lg:page lg:pt-6">
      <PlaceArt />
      <ul
        {...(isMany ? { tabIndex: 0, 'aria-label': label } : {})}
        className={cx(
          'flex h-54 snap-x snap-mandatory overflow-x-auto [scrollbar-width:none] lg:h-80 lg:gap-3 lg:overflow-hidden lg:rounded-panel',
          isMany ? 'lg:grid lg:grid-cols-[2fr_1fr]' : '',
          shown.length > 2 ? 'lg:grid-rows-2' : '',
        )}
      >
        {shown.map((photo, index) => (
          <li
            key={photo.alt}
            className={cx(
              'h-full shrink-0 basis-full snap-center lg:min-h-0',
              index === 0 && shown.length > 2 && 'lg:row-span-2',
            )}
          >
            <PlacePhoto src={photo.src} alt={photo.alt} isFirst={index === 0} className="h-full" />
          </li>
        ))}
      </ul>
      <Link
        href={back.href}
        aria-label={back.label}
        className="absolute start-4 top-4 grid size-11 place-items-center rounded-full bg-surface-raised text-ink shadow-card lg:static lg:mt-4 lg:-ms-2.5 lg:bg-transparent lg:shadow-none"
      >
        <ArrowLeft aria-hidden size={22} strokeWidth={1.75} className="rtl:-scale-x-100" />
      </Link>
    </div>
  );
}
