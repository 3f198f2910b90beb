import Link from 'next/link';
import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

const VARIANTS = {
  /** The one next thing on a screen. */
  primary: 'border-2 border-transparent bg-accent text-on-accent hover:brightness-95',
  secondary: 'border-2 border-ink bg-transparent text-ink hover:bg-surface-raised',
  quiet: 'border-2 border-transparent bg-transparent text-ink underline-offset-4 hover:underline',
  danger: 'border-2 border-transparent bg-critical text-surface-raised hover:brightness-95',
} as const;

const SIZES = {
  large: 'min-h-[3.375rem] px-5 py-3 text-17',
  small: 'min-h-11 px-4 py-2 text-15',
} as const;

type Look = {
  variant?: keyof typeof VARIANTS | undefined;
  size?: keyof typeof SIZES | undefined;
  isWide?: boolean | undefined;
};

function look({ variant = 'primary', size = 'large', isWide = false }: Look): string {
  return cx(
    'inline-flex items-center justify-center gap-2 rounded-control text-center font-bold leading-tight transition',
    'disabled:opacity-55 aria-disabled:opacity-55',
    VARIANTS[variant],
    SIZES[size],
    isWide && 'w-full',
  );
}

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { isBusy?: boolean; children: ReactNode };

/**
 * A button. While `isBusy` it keeps its size, its focus and its name, says so to screen readers, and ignores presses:
 * the caller's `onClick` and the form's submit are held back.
 */
export function Button({ variant, size, isWide, isBusy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(isBusy
        ? { 'aria-disabled': true, 'aria-busy': true, onClick: (event) => event.preventDefault() }
        : { onClick })}
      className={cx(look({ variant, size, isWide }), className)}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  variant,
  size,
  isWide,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={cx(look({ variant, size, isWide }), className)}>
      {children}
    </Link>
  );
}
