import { PageShell } from '@/components/ui/page-shell';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A hub page of its final size, before anything is known. */
export function HubSkeleton({ label }: { label: string }) {
  return (
    <SkeletonGroup label={label}>
      <PageShell bar={<BandSkeleton />}>
        <div className="scroll-row overflow-hidden">
          {KEYS.slice(0, 4).map((key) => (
            <Skeleton key={key} className="h-10 w-24 shrink-0 rounded-full" />
          ))}
        </div>
        <Skeleton className="mt-5 h-5 w-28" />
        <div className="mt-2.5 grid gap-2.5 md:grid-cols-2 lg:grid-cols-3 lg:gap-4">
          {KEYS.map((key) => (
            <CardSkeleton key={key} />
          ))}
        </div>
      </PageShell>
    </SkeletonGroup>
  );
}

function BandSkeleton() {
  return (
    <div data-own-bar className="bg-brand">
      <div className="page grid gap-2 pt-4 pb-5 lg:pt-8 lg:pb-8">
        <Skeleton className="h-[4.25rem] w-40 opacity-20" />
        <Skeleton className="h-7 w-56 max-w-full opacity-20" />
        <Skeleton className="h-5 w-44 max-w-full opacity-20" />
      </div>
    </div>
  );
}

function CardSkeleton() {
  return (
    <div className="grid grid-cols-[min(6.5rem,30%)_minmax(0,1fr)] gap-3.5 rounded-card border border-line bg-surface-raised p-2.5 lg:grid-cols-1 lg:p-3">
      <Skeleton className="min-h-[7.375rem] rounded-[0.625rem] lg:aspect-video lg:min-h-0" />
      <div className="grid content-start gap-2">
        <Skeleton className="h-6 w-32 rounded-full" />
        <Skeleton className="h-5 w-40 max-w-full" />
        <Skeleton className="h-4 w-48 max-w-full" />
        <Skeleton className="h-6 w-36 max-w-full rounded-full" />
      </div>
    </div>
  );
}
