import { Search, X } from 'lucide-react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import type { OptionList } from './search-option';

type Props = {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  words: { label: string; search: string; clear: string };
  /** Null until the script runs: then it is a field like any other. */
  list: OptionList | null;
  onText: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onFocus: (event: FocusEvent<HTMLInputElement>) => void;
  onBlur: () => void;
  onClick: () => void;
  onClear: () => void;
};

/** The field, 56 px high, in a form that also works without JavaScript. */
export function SearchField({ field, text, words, list, onText, onClear, ...handlers }: Props) {
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
        // A search field may not be a combobox; a text field may.
        type="text"
        inputMode="search"
        {...(list && comboboxOf(list))}
        value={text}
        onChange={(event) => onText(event.target.value)}
        {...handlers}
        placeholder={words.label}
        maxLength={200}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        data-search-field
        className="h-14 w-full appearance-none rounded-control border-2 border-ink bg-surface-raised ps-13 pe-14 text-17 text-ink placeholder:text-ink-muted"
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

function comboboxOf({ id, isOpen, activeId }: OptionList) {
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': isOpen,
    ...(isOpen ? { 'aria-controls': id } : {}),
    ...(isOpen && activeId ? { 'aria-activedescendant': activeId } : {}),
  } as const;
}
