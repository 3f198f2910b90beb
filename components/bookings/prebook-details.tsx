'use client';

import { useTranslations } from 'next-intl';
import type { InputHTMLAttributes } from 'react';
import { TextField } from '@/components/ui/field';
import type { InfoField } from '@/lib/domain/required-info';
import { ContactConsent } from './contact-consent';
import { isInfoField, labelOfCode } from './detail-needs';
import { useProblemWords } from './prebook-problems';

type InputHints = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'autoCapitalize' | 'inputMode' | 'spellCheck'
>;

const INPUTS: Record<InfoField, InputHints> = {
  firstName: { autoComplete: 'given-name' },
  lastName: { autoComplete: 'family-name' },
  email: { type: 'email', autoComplete: 'email', inputMode: 'email' },
  callingCode: { type: 'tel', autoComplete: 'tel-country-code', inputMode: 'tel' },
  phoneNumber: { type: 'tel', autoComplete: 'tel-national', inputMode: 'tel' },
  transportNumber: { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false },
};

const HINTS = {
  firstName: 'name',
  lastName: 'name',
  email: 'email',
  callingCode: 'callingCode',
  phoneNumber: 'phoneNumber',
  transportNumber: 'transportNumber',
} as const;

/** Only what the place asks for, field by field; what it asks for under a name we do not know is plain text. */
export function PrebookDetails({
  asked,
  details,
  problems,
  holder,
  owner,
  onType,
}: {
  asked: string[];
  details: Record<string, string>;
  problems: Record<string, string>;
  holder: string;
  owner: string;
  onType: (field: string, text: string) => void;
}) {
  const t = useTranslations('prebook');
  const words = useProblemWords();
  if (asked.length === 0) return <p>{t('noDetails', { name: holder })}</p>;
  return (
    <div className="grid max-w-form gap-5">
      <p className="text-ink-muted">{t('onlyNeeded')}</p>
      {asked.map((field) => {
        const isKnown = isInfoField(field);
        const problem = problems[field];
        return (
          <TextField
            key={field}
            id={`prebook-${field}`}
            name={field}
            label={isKnown ? t(`fields.${field}`) : labelOfCode(field)}
            hint={t(`hints.${isKnown ? HINTS[field] : 'unknown'}`)}
            error={problem && words(field, problem)}
            value={details[field] ?? ''}
            onChange={({ target }) => onType(field, target.value)}
            aria-required
            className={field === 'callingCode' ? 'max-w-32' : ''}
            {...(isKnown ? INPUTS[field] : { autoComplete: 'off' })}
          />
        );
      })}
      <ContactConsent owner={owner} asked={asked} details={details} />
    </div>
  );
}
