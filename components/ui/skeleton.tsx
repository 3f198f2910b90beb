import { cx } from './cx';

/** A quiet ground where content will be. Give it the final size by class: `h-6 w-40`, `aspect-video`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx('block animate-[skeleton_1.6s_ease-in-out_infinite] rounded-chip bg-line', className)}
    />
  );
}

/** Says once to screen readers that something is on its way; put the skeletons inside. */
export function SkeletonGroup({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
