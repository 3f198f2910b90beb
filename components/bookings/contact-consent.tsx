'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CheckBox } from '@/components/ui/check-box';
import { CONTACT_FIELDS, keepContact, keptDetails } from '@/lib/client/drafts';

/** Contact details stay on this device only for whoever says so, and go as soon as it is taken back. */
export function ContactConsent({
  owner,
  asked,
  details,
}: {
  owner: string;
  asked: string[];
  details: Record<string, string>;
}) {
  const t = useTranslations('prebook');
  // Only ever rendered after the script has run, so that the device can be looked at here.
  const [hasConsent, setConsent] = useState(() => keptDetails(owner).hasConsent);
  useEffect(() => {
    if (hasConsent) keepContact(owner, details);
  }, [hasConsent, owner, details]);
  if (!asked.some((field) => CONTACT_FIELDS.includes(field))) return null;
  return (
    <CheckBox
      id="prebook-consent"
      label={<b>{t('consent.label')}</b>}
      hint={t('consent.hint')}
      checked={hasConsent}
      onChange={({ target }) => {
        setConsent(target.checked);
        if (!target.checked) keepContact(owner, null);
      }}
    />
  );
}
