import { ChevronDown } from 'lucide-react';
import { cx } from '@/components/ui/cx';

export type WeekLine = { key: string; day: string; hours: string; isToday: boolean };

/** The next dates with hours of their own, in sight: they are what people are surprised by. */
export function DateHours({ title, dates }: { title: string; dates: { key: string; day: string; hours: string }[] }) {
  return (
    <div className="my-1.5 max-w-form rounded-chip bg-warning-soft px-2.5 py-1.5 text-warning">
      <p className="font-bold">{title}</p>
      <dl className="tabular grid grid-cols-[auto_minmax(0,1fr)] gap-x-4">
        {dates.map(({ key, day, hours }) => (
          <div key={key} className="contents">
            <dt>{day}</dt>
            <dd className="text-end">{hours}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The week, folded away until asked for: most people want today. */
export function WeekHours({
  lines,
  words,
}: {
  lines: WeekLine[];
  words: { title: string; day: string; hours: string };
}) {
  return (
    <details className="group">
      <summary className="-mx-1 inline-flex min-h-8 list-none items-center gap-1 rounded-chip px-1 font-semibold text-15 text-ink underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
        {words.title}
        <ChevronDown aria-hidden size={18} strokeWidth={1.75} className="transition-transform group-open:rotate-180" />
      </summary>
      <table className="tabular mt-1 w-full max-w-form text-15">
        <caption className="sr-only">{words.title}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.hours}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} className={cx('align-top', line.isToday && 'font-bold text-ink')}>
              <th scope="row" className="py-1 pe-4 text-start font-[inherit]">
                {line.day}
              </th>
              <td className="py-1 text-end">{line.hours}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
