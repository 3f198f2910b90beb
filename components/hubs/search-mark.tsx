import { matchParts } from '@/lib/format/match';

/** A text with the part that was searched for underlined. */
export function Marked({ text, query }: { text: string; query: string }) {
  if (query === '') return text;
  return matchParts(text, query).map((part) =>
    part.isMatch ? (
      <mark
        key={part.at}
        className="bg-transparent text-inherit underline decoration-2 decoration-accent underline-offset-4"
      >
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
