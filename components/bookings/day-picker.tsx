'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { TextField } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { dateFormatter } from '@/lib/format/formatters';

const DAYS_SHOWN = 14;
const DAY_MS = 86_400_000;

/** The next days as a row of radios, and a native date field for any other. Days are the place's own calendar's. */
export function DayPicker({
  date,
  firstDate,
  lastDate,
  isLocked,
  onChoose,
}: {
  date: string;
  firstDate: string;
  lastDate: string;
  /** Nothing can be chosen now: a row of days that keys cannot reach must not need scrolling. */
  isLocked: boolean;
  onChoose: (date: string) => void;
}) {
  const t = useTranslations('prebook');
  const isHydrated = useHydrated();
  const days = daysBetween(firstDate, lastDate, DAYS_SHOWN).filter((day) => !isLocked || day === date);
  return (
    <div className="grid grid-cols-1 gap-3">
      <fieldset disabled={!isHydrated} className="min-w-0">
        <legend className="overline mb-2">{t('day')}</legend>
        <div className="scroll-row">
          {days.map((day) => (
            <DayPill key={day} day={day} isChosen={day === date} onChoose={onChoose} />
          ))}
        </div>
      </fieldset>
      <div className="max-w-64">
        <TextField
          id="prebook-other-day"
          type="date"
          className="border-line"
          label={t('otherDay')}
          disabled={!isHydrated}
          value={date}
          min={firstDate}
          max={lastDate}
          onChange={({ target }) => {
            if (target.value >= firstDate && target.value <= lastDate) onChoose(target.value);
          }}
        />
      </div>
    </div>
  );
}

function DayPill({ day, isChosen, onChoose }: { day: string; isChosen: boolean; onChoose: (day: string) => void }) {
  const locale = useLocale();
  const pill = useRef<HTMLLabelElement>(null);
  const noon = Date.parse(`${day}T12:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) => dateFormatter(locale, 'UTC', options).format(noon);
  useEffect(() => {
    if (isChosen) pill.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isChosen]);
  return (
    <label
      ref={pill}
      className="state-border relative grid min-h-15 min-w-16 shrink-0 content-center justify-items-center rounded-control border border-line bg-surface-raised px-3 py-1.5 has-[:checked]:border-ink has-[:checked]:bg-ink has-[:checked]:text-surface has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ink has-[:focus-visible]:outline-offset-2"
    >
      <input
        type="radio"
        name="prebook-day"
        value={day}
        checked={isChosen}
        onChange={() => onChoose(day)}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
      <span className="font-semibold text-13 opacity-80">{part({ weekday: 'short' })}</span>
      <span className="tabular whitespace-nowrap font-bold">{part({ day: 'numeric', month: 'short' })}</span>
    </label>
  );
}

function daysBetween(first: string, last: string, most: number): string[] {
  const days: string[] = [];
  for (let ms = Date.parse(first); ms <= Date.parse(last) && days.length < most; ms += DAY_MS) {
    days.push(new Date(ms).toISOString().slice(0, 10));
  }
  return days;
}
