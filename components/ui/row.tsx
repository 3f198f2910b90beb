import { ChevronDown, ChevronRight, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/**
 * One line of a list of things to do: icon, words, arrow. Also for a button that looks like one. With very large text the
 * words get the room, not the gaps.
 */
export const ROW_CLASS =
  'grid min-h-14 w-full grid-cols-[min(1.75rem,9vw)_1fr_min(1.25rem,7vw)] items-center gap-[min(0.75rem,4vw)] border-line border-b px-0.5 py-3 text-start font-semibold';

/** What stands in such a line, for one that is a button. */
export function RowInside({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <>
      <Icon aria-hidden size={22} strokeWidth={1.75} />
      <span className="min-w-0">{children}</span>
      <ChevronRight aria-hidden size={20} strokeWidth={1.75} className="rtl:-scale-x-100" />
    </>
  );
}

export function RowLink({
  href,
  icon,
  hint,
  children,
}: {
  href: string;
  icon: LucideIcon;
  hint?: ReactNode;
  children: ReactNode;
}) {
  const inside = (
    <RowInside icon={icon}>
      {children}
      {hint && <span className="block font-normal text-15 text-ink-muted">{hint}</span>}
    </RowInside>
  );
  // Maps, mail, telephone and files are for other programs: the router has no part in opening them.
  return /^([a-z]+:|\/api\/)/.test(href) ? (
    <a href={href} className={ROW_CLASS} rel="noreferrer">
      {inside}
    </a>
  ) : (
    <Link href={href} prefetch={false} className={ROW_CLASS}>
      {inside}
    </Link>
  );
}

/** A line that opens to more text, also without script. */
export function Disclosure({
  icon: Icon,
  title,
  children,
}: {
  icon: LucideIcon;
  title: ReactNode;
  children: ReactNode;
}) {
  return (
    <details className="group border-line border-b">
      <summary className={`${ROW_CLASS} list-none border-b-0 [&::-webkit-details-marker]:hidden`}>
        <Icon aria-hidden size={22} strokeWidth={1.75} />
        <span className="min-w-0">{title}</span>
        <ChevronDown aria-hidden size={20} strokeWidth={1.75} className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid gap-4 ps-[min(2.5rem,5vw)] pe-1 pb-5 sm:ps-10">{children}</div>
    </details>
  );
}
