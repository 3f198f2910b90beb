'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { type Stored, switchKeeping, whatIsStored } from '@/lib/client/device';
import { keptTime } from '@/lib/offline/kept-time';

export type OnThisDeviceWords = Record<
  'loading' | 'unable' | 'none' | 'off' | 'item' | 'also' | 'erase' | 'erasing' | 'keep' | 'keeping',
  string
>;

/** What of the traveller lies on this device, and the switch that erases it or has it kept again. */
export function OnThisDevice({ owner, words, locale }: { owner: string; words: OnThisDeviceWords; locale: string }) {
  const [stored, setStored] = useState<Stored | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    whatIsStored().then(setStored);
  }, []);
  const turn = async (isOn: boolean) => {
    setBusy(true);
    await switchKeeping(owner, isOn);
    setStored(await whatIsStored());
    setBusy(false);
  };
  return (
    <div className="grid gap-3">
      <div role="status">
        {stored ? <What stored={stored} words={words} locale={locale} /> : <p>{words.loading}</p>}
      </div>
      {!stored?.canKeep ? null : stored.isOff ? (
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

function What({ stored, words, locale }: { stored: Stored; words: OnThisDeviceWords; locale: string }) {
  if (!stored.canKeep) return <p>{words.unable}</p>;
  const pages = stored.pages.filter((page) => page.hasCopy);
  if (pages.length === 0) return <p>{stored.isOff ? words.off : words.none}</p>;
  return (
    <>
      <Pages pages={pages} words={words} locale={locale} />
      <p className="mt-2 text-15 text-ink-muted">{stored.isOff ? words.off : words.also}</p>
    </>
  );
}

function Pages({ pages, words, locale }: { pages: Stored['pages']; words: OnThisDeviceWords; locale: string }) {
  return (
    <ul className="grid list-disc gap-1.5 ps-5">
      {pages.map((page) => (
        <li key={page.path}>
          <a href={page.path} className="inline-flex min-h-6 items-center font-bold underline underline-offset-4">
            {page.title}
          </a>
          <span className="block text-15 text-ink-muted">
            {words.item.replace('{time}', keptTime(page.keptAt, Date.now(), locale))}
          </span>
        </li>
      ))}
    </ul>
  );
}
