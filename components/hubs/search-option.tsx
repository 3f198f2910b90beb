'use client';

import Link from 'next/link';
import { createContext, type MouseEvent, type ReactNode, useContext, useId } from 'react';
import { cx } from '@/components/ui/cx';

/**
 * What the links under the search field are at this moment. While the field has the focus they are options of its
 * listbox, reached with the arrow keys; at all other times, and without JavaScript, they are the lists of links they look
 * like, under their headings. Where there is no search field they are only that.
 */
export type OptionList = { id: string; isOpen: boolean; activeId: string | null };

const ListContext = createContext<OptionList | null>(null);
export const OptionListProvider = ListContext.Provider;

/** Marks the links that arrow keys go through, in the order of the page. */
export const OPTION_SELECTOR = '[data-option]';

/** The hits: the listbox itself. */
export function OptionHits({ label, children }: { label: string; children: ReactNode }) {
  const list = useContext(ListContext);
  return <ul {...(list?.isOpen ? { id: list.id, role: 'listbox', 'aria-label': label } : {})}>{children}</ul>;
}

/** A list under a heading of its own, as the recent or the popular hubs. */
export function OptionGroup({
  name,
  labelledBy,
  className,
  children,
}: {
  name: GroupName;
  labelledBy: string;
  className?: string;
  children: ReactNode;
}) {
  const list = useContext(ListContext);
  const about = list && { id: groupId(list.id, name) };
  return (
    <ul {...about} {...(list?.isOpen ? { role: 'group', 'aria-labelledby': labelledBy } : {})} className={className}>
      {children}
    </ul>
  );
}

const GROUPS = ['near', 'recent', 'popular'] as const;
type GroupName = (typeof GROUPS)[number];

function groupId(listId: string, name: GroupName): string {
  return `${listId}-${name}`;
}

/**
 * The listbox of a field in which nothing is typed. It owns the groups wherever they stand, since between them there are
 * headings and buttons that are no options.
 */
export function SuggestedOptions({ label }: { label: string }) {
  const list = useContext(ListContext);
  if (!list?.isOpen) return null;
  const groups = GROUPS.map((name) => groupId(list.id, name)).join(' ');
  return <div id={list.id} role="listbox" aria-label={label} aria-owns={groups} />;
}

export function OptionItem({ className, children }: { className?: string; children: ReactNode }) {
  const isOpen = useContext(ListContext)?.isOpen ?? false;
  return (
    <li role={isOpen ? 'presentation' : undefined} className={className}>
      {children}
    </li>
  );
}

const LOOKS = {
  /** A ground a little wider than the row, so that its text stays where it is when the row is reached. */
  row: "relative isolate border-line border-b before:absolute before:-inset-x-2.5 before:inset-y-0.5 before:-z-10 before:rounded-control before:content-[''] hover:before:bg-surface-raised aria-selected:before:bg-surface-raised aria-selected:before:outline-2 aria-selected:before:outline-ink",
  chip: 'inline-flex min-h-11 items-center gap-1.5 whitespace-nowrap rounded-full border border-line bg-surface-raised px-3.5 font-semibold text-15 hover:border-ink aria-selected:border-ink aria-selected:outline-2 aria-selected:outline-ink',
} as const;

/**
 * Under a search field a link of the browser's own: the framework's costs a slow phone more than the rest of its row, so
 * the search itself follows them (`optionPath`).
 */
export function OptionLink({
  href,
  look,
  className,
  children,
}: {
  href: string;
  look: keyof typeof LOOKS;
  className?: string;
  children: ReactNode;
}) {
  const list = useContext(ListContext);
  const id = useId();
  const looks = cx(LOOKS[look], className);
  if (!list) {
    return (
      <Link href={href} prefetch={false} className={looks}>
        {children}
      </Link>
    );
  }
  const state = list.isOpen ? { role: 'option', 'aria-selected': list.activeId === id } : {};
  return (
    <a href={href} id={id} data-option className={looks} {...state}>
      {children}
    </a>
  );
}

/** Where a click on an option leads inside this page; null for one that is the browser's, as for a new tab. */
export function optionPath(event: MouseEvent): string | null {
  const { target, button, altKey, ctrlKey, metaKey, shiftKey } = event;
  const link = target instanceof Element ? target.closest(`a${OPTION_SELECTOR}`) : null;
  if (event.defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return null;
  return link?.getAttribute('href') ?? null;
}
