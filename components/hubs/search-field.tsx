import { Search, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';

/** The field, 56 px high, in a form that also works without JavaScript. */
export function SearchField({
  field,
  text,
  words,
  onText,
  onKeyDown,
  onClear,
}: {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  words: { label: string; search: string; clear: string };
  onText: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onClear: () => void;
}) {
  return (
    <div className="relative">
      <label htmlFor="q" className="sr-only">
        {words.label}
      </label>
      <Search
        aria-hidden
        size={22}
        strokeWidth={1.75}
        className="pointer-events-none absolute start-4 top-1/2 -translate-y-1/2 text-ink-muted"
      />
      <input
        ref={field}
        id="q"
        name="q"
        type="search"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={words.label}
        maxLength={200}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        className="h-14 w-full appearance-none rounded-control border-2 border-ink bg-surface-raised ps-13 pe-14 text-17 text-ink placeholder:text-ink-muted [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== '' && (
        <button
          type="button"
          aria-label={words.clear}
          onClick={onClear}
          className="absolute end-1.5 top-1/2 grid size-11 -translate-y-1/2 place-items-center rounded-full text-ink-muted hover:text-ink noscript:hidden"
        >
          <X aria-hidden size={22} strokeWidth={1.75} />
        </button>
      )}
      <button type="submit" className="sr-only">
        {words.search}
      </button>
    </div>
  );
}
