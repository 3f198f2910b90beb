import { cx } from '@/components/ui/cx';

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

/**
 * A photo that keeps its room from the first paint. Where the place has none, or it cannot be loaded, the drawing
 * underneath shows. The box is sized by `className`; `alt` stays empty where the name stands beside it.
 */
export function PlacePhoto({
  src,
  alt = '',
  isFirst = false,
  className,
}: {
  src: string | null;
  alt?: string;
  /** True for the picture people see first, which is loaded at once. */
  isFirst?: boolean;
  className?: string;
}) {
  return (
    <span className={cx('relative block overflow-hidden bg-brand', className)}>
      <svg aria-hidden="true" className="absolute inset-0 size-full">
        <use href="#place-art" width="100%" height="100%" />
      </svg>
      {src && (
        // biome-ignore lint/performance/noImgElement: the vendor's pictures come in one size; an optimiser would add a server's work per picture.
        <img
          src={src}
          alt={alt}
          width={320}
          height={180}
          loading={isFirst ? 'eager' : 'lazy'}
          fetchPriority={isFirst ? 'high' : 'auto'}
          decoding="async"
          className="absolute inset-0 size-full object-cover text-transparent"
        />
      )}
    </span>
  );
}
