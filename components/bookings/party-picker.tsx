'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Stepper } from '@/components/ui/stepper';
import { maxParty, type Party, partySize } from '@/lib/domain/party';

/** Adults and children apart, within what the place and the pass allow; each end says what holds it. */
export function PartyPicker({
  party,
  placeLimit,
  visitsLeft,
  childRules,
  morePassHref,
  onChange,
}: {
  party: Party;
  placeLimit: number;
  visitsLeft: number;
  /** The place's own words; nothing is claimed where it has none. */
  childRules: string[];
  morePassHref: string;
  onChange: (party: Party) => void;
}) {
  const t = useTranslations('prebook');
  const most = maxParty(placeLimit, visitsLeft);
  const maxReason =
    visitsLeft < placeLimit ? t('limit.visits', { count: visitsLeft }) : t('limit.place', { count: placeLimit });
  return (
    <section aria-labelledby="prebook-travellers">
      <h3 id="prebook-travellers" className="overline">
        {t('travellers')}
      </h3>
      <Stepper
        label={t('adults')}
        value={party.adults}
        min={1}
        max={most - party.children}
        onChange={(adults) => onChange({ ...party, adults })}
        words={{
          decrease: t('fewer.adults'),
          increase: t('more.adults'),
          minReason: t('limit.oneAdult'),
          maxReason,
        }}
      />
      <Stepper
        label={t('children')}
        hint={childRules.length > 0 && childRules.join(' ')}
        value={party.children}
        min={0}
        max={most - party.adults}
        onChange={(children) => onChange({ ...party, children })}
        words={{
          decrease: t('fewer.children'),
          increase: t('more.children'),
          minReason: t('limit.noChildren'),
          maxReason,
        }}
      />
      {visitsLeft < placeLimit && partySize(party) >= most && (
        <Link
          href={morePassHref}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-bold underline underline-offset-4"
        >
          {t('limit.more')}
        </Link>
      )}
    </section>
  );
}
