import type { ReactNode } from 'react';

/**
 * What is held up to a scanner: the brand's band, and under it white paper in every theme and in forced colours. Of a page
 * that has one, a printer prints little else, and black on white.
 */
export function Ticket({ title, badge, children }: { title: ReactNode; badge?: ReactNode; children: ReactNode }) {
  return (
    <section
      data-ticket
      className="state-border overflow-hidden rounded-panel border border-line bg-paper text-print shadow-card forced-color-adjust-none print:border-print print:shadow-none"
    >
      <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 bg-brand px-4.5 py-3 text-on-brand print:border-print print:border-b print:bg-paper print:text-print">
        <p className="min-w-0 font-bold">{title}</p>
        {badge && (
          <p className="tabular rounded-full bg-accent px-3 py-1 font-bold text-15 text-on-accent leading-snug print:border print:border-print print:bg-paper print:text-print">
            {badge}
          </p>
        )}
      </div>
      <div className="on-paper">{children}</div>
    </section>
  );
}

/**
 * A code to read aloud or type, in groups of four. The gaps are drawn, not written: selecting it takes exactly the code.
 */
export function GroupedCode({ code }: { code: string }) {
  const groups = code.match(/.{1,4}/gsu) ?? [];
  let start = 0;
  return (
    <p className="tabular flex select-all flex-wrap justify-center gap-x-2 text-center font-bold text-26 tracking-wide min-[22rem]:gap-x-3 min-[22rem]:tracking-wider">
      {groups.map((group) => {
        const key = start;
        start += group.length;
        return (
          <span key={key} className="inline-block">
            {group}
          </span>
        );
      })}
    </p>
  );
}

/** Facts under a code, as staff compare them: two to a line where they fit. */
export function TicketFacts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="flex flex-wrap justify-between gap-x-6 gap-y-3 border-print/25 border-t border-dashed px-4.5 pt-3.5 pb-3">
      {facts.map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-13 text-print/70">{label}</dt>
          <dd className="font-bold leading-tight">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The network's mark, which the desk looks for; its name where there is no picture. `src` is a `data:` address. */
export function TicketMark({ name, src }: { name: string; src: string | null }) {
  return (
    <p className="flex justify-center px-4.5 pb-3.5 font-bold text-13 text-print/70">
      {/* biome-ignore lint/performance/noImgElement: a small vector picture, part of the page itself. */}
      {src ? <img src={src} alt={name} className="h-5 w-auto max-w-full" /> : name}
    </p>
  );
}
