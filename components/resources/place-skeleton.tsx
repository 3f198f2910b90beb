import { PageShell } from '@/components/brand/page-shell';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

const KEYS = ['a', 'b', 'c', 'd'];

/** A resource page of its final size, before anything is known. */
export function PlaceSkeleton({ label }: { label: string }) {
  return (
    <SkeletonGroup label={label}>
      <PageShell bar={<HeroSkeleton />}>
        <div className="grid gap-2 pt-2">
          <Skeleton className="h-6 w-52 rounded-full" />
          <Skeleton className="h-8 w-64 max-w-full" />
          <Skeleton className="h-5 w-56 max-w-full" />
        </div>
        <Skeleton className="mt-6 h-5 w-28" />
        <div className="mt-1.5 max-w-text">
          {KEYS.map((key) => (
            <div key={key} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-3 border-line border-b py-3">
              <Skeleton className="size-6" />
              <div className="grid gap-1.5">
                <Skeleton className="h-5 w-48 max-w-full" />
                <Skeleton className="h-4 w-64 max-w-full" />
              </div>
            </div>
          ))}
        </div>
      </PageShell>
    </SkeletonGroup>
  );
}

function HeroSkeleton() {
  return (
    <div data-own-bar className="lg:page lg:pt-6">
      <Skeleton className="h-54 rounded-none lg:h-80 lg:rounded-panel" />
    </div>
  );
}
