import { Check, Copy } from 'lucide-react';
import { CopyAction } from './copy-action';

/** Copies a text and says that it did. Where the browser refuses, `failedLabel` says so: the text itself is selectable. */
export function CopyButton(words: { text: string; label: string; copiedLabel: string; failedLabel: string }) {
  return (
    <CopyAction
      {...words}
      icon={<Copy aria-hidden size={20} strokeWidth={1.75} />}
      copiedIcon={<Check aria-hidden size={20} strokeWidth={1.75} />}
    />
  );
}
