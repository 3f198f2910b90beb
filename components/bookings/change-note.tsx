import { CalendarSync } from 'lucide-react';
import { Notice } from '@/components/ui/notice';

/** Which booking is replaced, what becomes of it, and until when that can be had. */
export function ChangeNote({ title, lines }: { title: string; lines: string[] }) {
  return (
    <Notice icon={CalendarSync} title={title}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}
