import type { ReactNode } from 'react';

/** Tags for a text that says how to call or write to somebody: `<call>…</call>` and `<mail>…</mail>`. */
export function contactLinks({ email, phone }: { email: string; phone: string }) {
  return {
    call: (text: ReactNode) => (
      <a href={phoneHref(phone)} className="font-bold text-ink underline">
        {text}
      </a>
    ),
    mail: (text: ReactNode) => (
      <a href={`mailto:${email}`} className="break-all font-bold text-ink underline">
        {text}
      </a>
    ),
  };
}

/** A number as people write it, without what a telephone cannot dial. */
export function phoneHref(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}
