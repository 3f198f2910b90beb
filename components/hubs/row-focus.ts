import type { KeyboardEvent } from 'react';

/**
 * Moves the focus between the search field and the rows under it: down into the list, along it, and up from the first row
 * back to the field. Rows are links marked `data-row`, so that Enter, a long press and a screen reader treat them as links.
 */
export function moveRowFocus(event: KeyboardEvent<HTMLElement>, field: HTMLInputElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(event.target as HTMLElement);
  if (at === -1 && event.target !== field) return;
  if (at === -1 && step === -1) return;
  event.preventDefault();
  if (at === 0 && step === -1) field?.focus();
  else rows[Math.min(at + step, rows.length - 1)]?.focus();
}
