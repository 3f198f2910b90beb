import { PageShell } from '@/components/ui/page-shell';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

const KEYS = ['a', 'b', 'c', 'd'];

/** A resource page of its final size, before anything is known. */
export function PlaceSkeleton({ label }: { label: string }) {
  return (
    <SkeletonGroup label={label}>
      <PageShell>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <div data-own-bar className="-mx-(--gutter) -mt-2 lg:mx-0 lg:mt-0">
            <Skeleton className="aspect-video max-h-[50dvh] min-h-44 w-full rounded-none lg:max-h-none lg:rounded-panel" />
          </div>
          <div className="grid content-start gap-5">
            <div className="grid gap-2">
              <Skeleton className="h-6 w-52 rounded-full" />
              <Skeleton className="h-8 w-64 max-w-full" />
              <Skeleton className="h-5 w-56 max-w-full" />
            </div>
            <div>
              <Skeleton className="h-5 w-28" />
              <div className="mt-1.5">
                {KEYS.map((key) => (
                  <FactSkeleton key={key} />
                ))}
              </div>
            </div>
          </div>
        </div>
      </PageShell>
    </SkeletonGroup>
  );
}

function FactSkeleton() {
  return (
    <div className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-3 border-line border-b py-3">
      <Skeleton className="size-6" />
      <div className="grid gap-1.5">
        <Skeleton className="h-5 w-48 max-w-full" />
        <Skeleton className="h-4 w-64 max-w-full" />
      </div>
    </div>
  );
}
