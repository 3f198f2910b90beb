'use client';

import { useLocale, useTranslations } from 'next-intl';
import { clockTime, weekday } from '@/lib/format/time';
import type { Slot } from './prebook-state';
import { useDeviceZone } from './use-device-zone';

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
  const own = useOwnTime(slot, clock, placeZone);
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

/** `17:30 your time`, with the weekday when it is another one; null when the traveller's clock shows the same. */
function useOwnTime(slot: Slot, clock: string, placeZone: string): string | null {
  const t = useTranslations('prebook');
  const locale = useLocale();
  const deviceZone = useDeviceZone();
  if (deviceZone === null) return null;
  const reading = { timeZone: deviceZone, locale };
  const time = clockTime(slot.startsAt, reading);
  const day = weekday(slot.startsAt, reading, 'short');
  const isSameDay = day === weekday(slot.startsAt, { timeZone: placeZone, locale }, 'short');
  if (time === clock && isSameDay) return null;
  return isSameDay ? t('yourTime', { time }) : t('yourTimeDay', { time, day });
}
