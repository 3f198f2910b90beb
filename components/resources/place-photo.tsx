import { getImageProps } from 'next/image';
import { cx } from '@/components/ui/cx';
import { isOptimisable } from '@/lib/security/picture-hosts';

/** The drawing behind every photo, once per page: a lounge window in the brand's own colours. */
export function PlaceArt() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <symbol id="place-art" viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice">
        <rect width="320" height="180" className="fill-brand" />
        <rect y="18" width="320" height="92" className="fill-on-brand" opacity=".24" />
        <path d="M52 18h3v92h-3zM132 18h3v92h-3zM212 18h3v92h-3zM292 18h3v92h-3z" className="fill-brand" />
        <path
          d="M150 70l44-7c6-1 8 4 3 6l-12 4-16 20h-6l7-17-17 3-5 6h-4l4-12z"
          className="fill-on-brand"
          opacity=".9"
        />
        <rect y="132" width="320" height="48" className="fill-on-brand" opacity=".38" />
        <path
          d="M42 108h56a14 14 0 0 1 14 14h8v18a12 12 0 0 1-12 12H32a12 12 0 0 1-12-12v-18h8a14 14 0 0 1 14-14z"
          className="fill-on-brand"
        />
        <path
          d="M214 114h36a14 14 0 0 1 14 14h6v14a12 12 0 0 1-12 12h-52a12 12 0 0 1-12-12v-14h6a14 14 0 0 1 14-14z"
          className="fill-on-brand"
        />
        <circle cx="156" cy="140" r="13" className="fill-on-brand" opacity=".7" />
      </symbol>
    </svg>
  );
}

/** How wide a picture is shown: in a card, where a phone cuts a tall strip out of it, and over a place's page. */
const PHOTO_SIZES = {
  card: '(min-width: 56.25rem) 21rem, 15rem',
  hero: '(min-width: 56.25rem) 38rem, 100vw',
} as const;

/**
 * A photo that keeps its room from the first paint. Where the place has none, or it cannot be loaded, the drawing
 * underneath shows. The box is sized by `className`; `alt` stays empty where the name stands beside it.
 */
export function PlacePhoto({
  src,
  alt = '',
  size,
  isFirst = false,
  className,
}: {
  src: string | null;
  alt?: string;
  size: keyof typeof PHOTO_SIZES;
  /** True for the picture people see first, which is loaded at once. */
  isFirst?: boolean;
  className?: string;
}) {
  // Said by the box instead of the picture: one that cannot be loaded would draw its words over the drawing.
  const said = alt === '' ? {} : { role: 'img', 'aria-label': alt };
  return (
    <span {...said} className={cx('relative block overflow-hidden bg-brand', className)}>
      <svg aria-hidden="true" className="absolute inset-0 size-full">
        <use href="#place-art" width="100%" height="100%" />
      </svg>
      {src && (
        // biome-ignore lint/performance/noImgElement: `Image` writes a style attribute, which the page policy refuses; this is the rest of it.
        <img
          {...sourceOf(src, PHOTO_SIZES[size], isFirst)}
          alt=""
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  );
}

/** The vendor's pictures in the sizes we make of them; any other, as a drawing of the sandbox, as it is. */
function sourceOf(src: string, sizes: string, isFirst: boolean) {
  const common = {
    src,
    width: 320,
    height: 180,
    loading: isFirst ? ('eager' as const) : ('lazy' as const),
    fetchPriority: isFirst ? ('high' as const) : ('auto' as const),
    decoding: 'async' as const,
  };
  if (!isOptimisable(src)) return common;
  const { style: _refused, alt: _said, ...props } = getImageProps({ ...common, alt: '', sizes }).props;
  return props;
}
