'use client';

import { useTranslations } from 'next-intl';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { PrebookPass } from './prebook-place';

/** Which pass pays; shown only when there is a choice. */
export function PassChoice({
  passes,
  passId,
  onChoose,
}: {
  passes: PrebookPass[];
  passId: string;
  onChoose: (pass: PrebookPass) => void;
}) {
  const t = useTranslations('prebook');
  const isHydrated = useHydrated();
  if (passes.length < 2) return null;
  return (
    <fieldset disabled={!isHydrated} className="grid gap-2">
      <legend className="overline mb-2">{t('pass')}</legend>
      {passes.map((pass) => (
        <label
          key={pass.passId}
          className="state-border relative flex items-center gap-3 rounded-control border border-line bg-surface-raised p-3.5 has-[:checked]:border-ink has-[:checked]:shadow-[inset_0_0_0_1px_var(--ink)] has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ink has-[:focus-visible]:outline-offset-2"
        >
          <input
            type="radio"
            name="prebook-pass"
            value={pass.passId}
            checked={pass.passId === passId}
            onChange={() => onChoose(pass)}
            className="size-5 shrink-0 accent-ink"
          />
          <span className="min-w-0">
            <span className="block font-bold">{pass.title}</span>
            <span className="block text-15 text-ink-muted">
              {t('passOption', { count: pass.left, date: pass.expiresOn })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
