'use client';

import { useTranslations } from 'next-intl';
import type { Slot } from './prebook-state';
import { useOwnTime } from './use-own-time';

/** One time: the place's clock, and under it the traveller's own where that shows something else. */
export function TimePill({
  slot,
  clock,
  placeZone,
  isChosen,
  isTaken,
  onChoose,
}: {
  slot: Slot;
  clock: string;
  placeZone: string;
  isChosen: boolean;
  isTaken: boolean;
  onChoose: (slot: Slot) => void;
}) {
  const t = useTranslations('prebook');
  const own = useOwnTime(slot.startsAt, placeZone);
  const hint = isTaken ? t('taken') : own;
  return (
    <label className="state-border relative grid min-h-15 content-center justify-items-center rounded-control border border-line bg-surface-raised px-1 py-1.5 text-center leading-tight has-[:checked]:border-ink has-[:checked]:bg-ink has-[[disabled]]:bg-transparent has-[:checked]:text-surface has-[[disabled]]:text-ink-muted has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ink has-[:focus-visible]:outline-offset-2">
      <input
        type="radio"
        name="prebook-time"
        value={slot.at}
        checked={isChosen}
        disabled={isTaken}
        onChange={() => onChoose(slot)}
        className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-not-allowed"
      />
      <span className={isTaken ? 'tabular font-bold text-20 line-through' : 'tabular font-bold text-20'}>{clock}</span>
      {hint && <span className="tabular text-13 opacity-80">{hint}</span>}
    </label>
  );
}
