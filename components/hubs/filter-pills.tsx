import Link from 'next/link';
import { cx } from '@/components/ui/cx';
import type { FilterPill } from './hub-filters';

const LOOK =
  'inline-flex min-h-10 items-center gap-1.5 whitespace-nowrap rounded-full border px-3.5 font-semibold text-15';

/** Filters as links: each is an address of its own, so they work without JavaScript and can be shared. */
export function FilterPills({ label, pills }: { label: string; pills: (FilterPill & { text: string })[] }) {
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

function Pill({ pill }: { pill: FilterPill & { text: string } }) {
  const content = (
    <>
      {pill.text}
      {pill.key !== 'all' && <span className="tabular font-medium">{pill.count}</span>}
    </>
  );
  if (pill.href === null) {
    return <span className={cx(LOOK, 'border-line border-dashed text-ink-muted')}>{content}</span>;
  }
  return (
    <Link
      href={pill.href}
      scroll={false}
      prefetch={false}
      aria-current={pill.isOn ? 'true' : undefined}
      className={cx(
        LOOK,
        pill.isOn ? 'border-ink bg-ink text-surface' : 'border-line bg-surface-raised text-ink hover:border-ink',
      )}
    >
      {content}
    </Link>
  );
}
