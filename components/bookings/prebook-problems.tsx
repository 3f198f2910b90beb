'use client';

import { useTranslations } from 'next-intl';
import { ErrorSummary } from '@/components/ui/error-summary';
import { isInfoField, labelOfCode } from './detail-needs';

/** The words for a field's problem; a key we have no words for still names its field. */
export function useProblemWords(): (field: string, key: string) => string {
  const t = useTranslations('prebook');
  return (field, key) => {
    const name = isInfoField(field) ? t(`fields.inProblem.${field}`) : labelOfCode(field);
    const isOwn = isProblemKey(key);
    return isOwn ? t(`problems.${key}`, { field: name }) : t('problems.other', { field: name });
  };
}

const KEYS = [
  'time_required',
  'required',
  'too_long',
  'name_letters',
  'email_form',
  'phone_form',
  'calling_code_form',
  'flight_form',
  'name_conflict',
] as const;

function isProblemKey(key: string): key is (typeof KEYS)[number] {
  return KEYS.some((known) => known === key);
}

/** What keeps the booking from going on; takes the focus each time the button was pressed too early. */
export function PrebookProblems({ problems, round }: { problems: Record<string, string>; round: number }) {
  const t = useTranslations('prebook.problems');
  const words = useProblemWords();
  const entries = Object.entries(problems);
  if (entries.length === 0) return null;
  return (
    <ErrorSummary
      title={t('title', { count: entries.length })}
      errors={entries.map(([field, key]) => ({ fieldId: `prebook-${field}`, message: words(field, key) }))}
      attempt={round}
    />
  );
}
