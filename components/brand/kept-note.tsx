import { CloudOff } from 'lucide-react';

/**
 * Stands on every page, and is seen on one that this device shows from its copy for want of an answer: the device then marks
 * the document and writes the time in, before and without any script.
 */
export function KeptNote({ title, text }: { title: string; text: string }) {
  const [before = '', after = ''] = text.split('{time}');
  return (
    <div className="page hidden py-2 in-data-[kept='']:block" data-kept-note>
      <p className="state-border grid grid-cols-[1.375rem_1fr] gap-2.5 rounded-card bg-warning-soft px-3.5 py-2.5 text-15 text-warning">
        <CloudOff aria-hidden size={22} strokeWidth={1.75} />
        <span>
          <strong>{title}</strong> {before}
          <time data-kept-time className="tabular" suppressHydrationWarning>
            …
          </time>
          {after}
        </span>
      </p>
    </div>
  );
}
