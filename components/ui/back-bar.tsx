import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/**
 * The bar of an inner page: a way back, the page's name, and room for one action. On phones it takes the place of the
 * brand bar. With `isHeading` the name is the page's `h1`; leave it out where the page below has a heading of its own.
 */
export function BackBar({
  href,
  backLabel,
  title,
  isHeading = false,
  action,
}: {
  href: string;
  backLabel: string;
  title: string;
  isHeading?: boolean;
  action?: ReactNode;
}) {
  const Title = isHeading ? 'h1' : 'p';
  return (
    <div
      data-own-bar
      className="page grid grid-cols-[2.75rem_1fr_2.75rem] items-center gap-2 pt-3 pb-1 lg:grid-cols-[2.75rem_1fr_auto] lg:pt-6"
    >
      <Link
        href={href}
        prefetch={false}
        aria-label={backLabel}
        className="-ms-2.5 grid size-11 place-items-center rounded-full hover:bg-surface-raised"
      >
        <ArrowLeft aria-hidden size={24} strokeWidth={1.75} className="rtl:-scale-x-100" />
      </Link>
      <Title className="min-w-0 text-center font-bold text-17 leading-tight lg:text-start lg:text-26">{title}</Title>
      <div className="-me-2.5 grid size-11 place-items-center">{action}</div>
    </div>
  );
}
