import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** One fact with its drawing: the answer in bold, what it rests on below. */
export function Fact({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-3 border-line border-b py-3">
      <Icon aria-hidden size={22} strokeWidth={1.75} className="mt-0.5" />
      <div className="min-w-0">
        <p className="font-bold leading-tight">{title}</p>
        {children && <div className="mt-0.5 text-15 text-ink-muted">{children}</div>}
      </div>
    </li>
  );
}

/** The place's own sentences, word for word and in quotation marks: what a fact rests on. */
export function OwnWords({ sentences }: { sentences: string[] }) {
  return sentences.map((sentence) => (
    <p key={sentence} className="wrap-anywhere whitespace-pre-line">
      <q>{sentence}</q>
    </p>
  ));
}

/** A part of the page under its heading. */
export function Section({
  id,
  title,
  hint,
  children,
}: {
  id: string;
  title: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="overline">
        {title}
      </h2>
      {hint && <p className="text-13 text-ink-muted">{hint}</p>}
      <div className="mt-1.5">{children}</div>
    </section>
  );
}
