'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { type KeptBookings, keptBookings, switchDrafts } from '@/lib/client/drafts';
import { type Stored, switchKeeping, whatIsStored } from '@/lib/client/stored';
import { keptTime } from '@/lib/offline/kept-time';

export type OnThisDeviceWords = Record<
  | 'loading'
  | 'unable'
  | 'none'
  | 'off'
  | 'item'
  | 'draft'
  | 'draftHint'
  | 'contact'
  | 'also'
  | 'erase'
  | 'erasing'
  | 'keep'
  | 'keeping',
  string
>;

type Kept = Stored & KeptBookings;

async function whatIsKept(owner: string): Promise<Kept> {
  return { ...(await whatIsStored()), ...keptBookings(owner, Date.now()) };
}

/** What of the traveller lies on this device, and the switch that erases it or has it kept again. */
export function OnThisDevice({ owner, words, locale }: { owner: string; words: OnThisDeviceWords; locale: string }) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    whatIsKept(owner).then(setKept);
  }, [owner]);
  const turn = async (isOn: boolean) => {
    setBusy(true);
    switchDrafts(owner, isOn);
    await switchKeeping(owner, isOn);
    setKept(await whatIsKept(owner));
    setBusy(false);
  };
  const isEmpty = !kept || (!kept.pages.some(({ hasCopy }) => hasCopy) && kept.drafts.length === 0 && !kept.hasContact);
  return (
    <div className="grid gap-3">
      <div role="status">
        {kept ? <What kept={kept} isEmpty={isEmpty} words={words} locale={locale} /> : <p>{words.loading}</p>}
      </div>
      {!kept || (!kept.canKeep && isEmpty) ? null : kept.isOff && isEmpty ? (
        <Button variant="secondary" isWide isBusy={isBusy} onClick={() => turn(true)}>
          {isBusy ? words.keeping : words.keep}
        </Button>
      ) : (
        <Button variant="secondary" isWide isBusy={isBusy} onClick={() => turn(false)}>
          {isBusy ? words.erasing : words.erase}
        </Button>
      )}
    </div>
  );
}

type WhatProps = { kept: Kept; isEmpty: boolean; words: OnThisDeviceWords; locale: string };

function What({ kept, isEmpty, words, locale }: WhatProps) {
  const pages = kept.pages.filter((page) => page.hasCopy);
  const note = !kept.canKeep ? words.unable : kept.isOff ? words.off : pages.length > 0 ? words.also : words.none;
  return (
    <>
      {!isEmpty && <Items pages={pages} kept={kept} words={words} locale={locale} />}
      <p className={isEmpty ? undefined : 'mt-2 text-15 text-ink-muted'}>{note}</p>
    </>
  );
}

function Items({
  pages,
  kept,
  words,
  locale,
}: {
  pages: Stored['pages'];
  kept: KeptBookings;
  words: OnThisDeviceWords;
  locale: string;
}) {
  return (
    <ul className="grid list-disc gap-1.5 ps-5">
      {pages.map((page) => (
        <Item
          key={page.path}
          href={page.path}
          title={page.title}
          hint={words.item.replace('{time}', keptTime(page.keptAt, Date.now(), locale))}
        />
      ))}
      {kept.drafts.map(({ href, placeName }) => (
        <Item key={href} href={href} title={words.draft.replace('{place}', placeName)} hint={words.draftHint} />
      ))}
      {kept.hasContact && <li>{words.contact}</li>}
    </ul>
  );
}

function Item({ href, title, hint }: { href: string; title: string; hint: string }) {
  return (
    <li>
      <a href={href} className="inline-flex min-h-6 items-center font-bold underline underline-offset-4">
        {title}
      </a>
      <span className="block text-15 text-ink-muted">{hint}</span>
    </li>
  );
}
