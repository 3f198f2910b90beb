import { Skeleton, SkeletonGroup } from './skeleton';

/** The bar, and a ticket at the size it will have. */
export function TicketSkeleton({ label }: { label: string }) {
  return (
    <SkeletonGroup label={label}>
      <div className="grid justify-items-center py-4">
        <Skeleton className="h-6 w-32" />
      </div>
      <div className="mx-auto grid max-w-form gap-4">
        <Skeleton className="h-[33rem] rounded-panel" />
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </div>
    </SkeletonGroup>
  );
}
