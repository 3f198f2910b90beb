import { Skeleton, SkeletonGroup } from './skeleton';

/** A page's title and a few cards, at the size they will have. */
export function ListSkeleton({ label, cardClass, count = 3 }: { label: string; cardClass: string; count?: number }) {
  return (
    <SkeletonGroup label={label}>
      <Skeleton className="h-9 w-40" />
      <div className="mt-5 grid gap-2.5">
        <Skeleton className="mb-1 h-5 w-28" />
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal grounds that never change places.
          <Skeleton key={index} className={`${cardClass} rounded-card`} />
        ))}
      </div>
    </SkeletonGroup>
  );
}
