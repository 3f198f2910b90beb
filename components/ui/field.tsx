import { CircleAlert } from 'lucide-react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { cx } from './cx';

/** What ties a control to its label, hint and error. Spread it on the control. */
export type FieldControl = {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
};

/** The look of a text control, for a native `select` or `textarea` inside a `Field`. */
export const CONTROL_CLASS =
  'min-h-14 w-full rounded-control border-2 border-ink bg-surface-raised px-4 py-3 text-17 text-ink placeholder:text-ink-muted aria-[invalid]:border-critical';

/** Label, hint and error around one control; the control gets its names and states from here. */
export function Field({
  id,
  label,
  hint,
  error,
  isLabelHidden = false,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  isLabelHidden?: boolean;
  children: (control: FieldControl) => ReactNode;
}) {
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'font-bold text-15'}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-15 text-ink-muted">
          {hint}
        </p>
      )}
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined })}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 font-semibold text-15 text-critical">
          <CircleAlert aria-hidden size={20} strokeWidth={1.75} className="mt-px shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

/** A one-line text control with its label. */
export function TextField({ id, label, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <input {...input} {...control} className={cx(CONTROL_CLASS, className)} />}
    </Field>
  );
}
