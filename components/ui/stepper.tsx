'use client';

import { Minus, Plus } from 'lucide-react';
import { type ReactNode, useId } from 'react';

/**
 * A number with − and +. At an end the button stays focusable and says why it does nothing: `minReason` and `maxReason`
 * are shown and spoken.
 */
export function Stepper({
  label,
  hint,
  value,
  min,
  max,
  onChange,
  words,
}: {
  label: string;
  hint?: ReactNode;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
  words: { decrease: string; increase: string; minReason: string; maxReason: string };
}) {
  const id = useId();
  const reason = value >= max ? words.maxReason : value <= min ? words.minReason : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its controls.
    <div role="group" aria-labelledby={`${id}-label`} className="grid border-line border-b py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 grow basis-32">
          <p id={`${id}-label`} className="font-bold">
            {label}
          </p>
          {hint && <p className="text-15 text-ink-muted">{hint}</p>}
        </div>
        <div className="flex shrink-0 items-center gap-1">
          <StepButton
            label={words.decrease}
            isOff={value <= min}
            reasonId={`${id}-reason`}
            onPress={() => onChange(value - 1)}
          >
            <Minus aria-hidden size={20} strokeWidth={1.75} />
          </StepButton>
          <output aria-labelledby={`${id}-label`} className="tabular min-w-10 text-center font-bold text-20">
            {value}
          </output>
          <StepButton
            label={words.increase}
            isOff={value >= max}
            reasonId={`${id}-reason`}
            onPress={() => onChange(value + 1)}
          >
            <Plus aria-hidden size={20} strokeWidth={1.75} />
          </StepButton>
        </div>
      </div>
      <p id={`${id}-reason`} role="status" className="text-13 text-ink-muted">
        {reason}
      </p>
    </div>
  );
}

function StepButton({
  label,
  isOff,
  reasonId,
  onPress,
  children,
}: {
  label: string;
  isOff: boolean;
  reasonId: string;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isOff || undefined}
      aria-describedby={isOff ? reasonId : undefined}
      onClick={() => !isOff && onPress()}
      className="grid size-11 place-items-center rounded-full border border-line bg-surface-raised aria-disabled:opacity-45"
    >
      {children}
    </button>
  );
}
