import Link from 'next/link';
import { cx } from '@/components/ui/cx';
import type { FilterPill } from './hub-filters';

const LOOK =
  'inline-flex min-h-10 items-center gap-1.5 whitespace-nowrap rounded-full border px-3.5 font-semibold text-15';

/** `spoken` says name and count as people hear them. */
export type NamedPill = FilterPill & { text: string; spoken: string };

/** Filters as links: each is an address of its own, so they work without JavaScript and can be shared. */
export function FilterPills({ label, pills }: { label: string; pills: NamedPill[] }) {
  return (
    <nav aria-label={label}>
      <ul className="scroll-row lg:flex-wrap">
        {pills.map((pill) => (
          <li key={pill.key} className="shrink-0">
            <Pill pill={pill} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Pill({ pill }: { pill: NamedPill }) {
  const content = (
    <>
      {pill.text}
      {pill.key !== 'all' && <span className="tabular font-medium">{pill.count}</span>}
    </>
  );
  if (pill.href === null) {
    return (
      <span className={cx(LOOK, 'border-line border-dashed text-ink-muted')}>
        <span aria-hidden="true" className="contents">
          {content}
        </span>
        <span className="sr-only">{pill.spoken}</span>
      </span>
    );
  }
  return (
    <Link
      href={pill.href}
      scroll={false}
      prefetch={false}
      aria-label={pill.spoken}
      aria-current={pill.isOn ? 'true' : undefined}
      className={cx(
        LOOK,
        // A row that begins with the choice in view; browsers that do not know this begin at the left.
        pill.isOn && '[scroll-initial-target:nearest]',
        pill.isOn ? 'border-ink bg-ink text-surface' : 'border-line bg-surface-raised text-ink hover:border-ink',
      )}
    >
      {content}
    </Link>
  );
}
