import { ChevronRight, QrCode } from 'lucide-react';
import Link from 'next/link';

export type NextVisitView = {
  href: string;
  /** `Today · Manchester T1`. */
  over: string;
  /** `10:30`, or what the pass is. */
  title: string;
  /** `DragonPass Lounge, airside`. */
  under: string;
  /** What the tap leads to: the code, or news about a booking that has none yet. */
  action: string;
  hasCode: boolean;
};

/** The next visit, one tap from its code. */
export function NextVisitCard({ title, view }: { title: string; view: NextVisitView }) {
  const Icon = view.hasCode ? QrCode : ChevronRight;
  return (
    <section aria-labelledby="next-visit-title">
      <h2 id="next-visit-title" className="overline mb-2.5">
        {title}
      </h2>
      <Link
        href={view.href}
        className="on-brand state-border grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-card bg-brand p-4 text-on-brand"
      >
        <span className="grid gap-0.5">
          <span className="text-15">{view.over}</span>
          <b className="tabular font-bold text-26">{view.title}</b>
          <span className="text-15">{view.under}</span>
          <span className="sr-only">{view.action}</span>
        </span>
        <span className="grid size-18 place-items-center rounded-control bg-paper text-print">
          <Icon aria-hidden size={view.hasCode ? 52 : 32} strokeWidth={1.75} />
        </span>
      </Link>
    </section>
  );
}
