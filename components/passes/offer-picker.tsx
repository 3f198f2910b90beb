'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { type ErrorWords, FailureNotice } from '@/components/ui/failure-notice';
import { StickyActions } from '@/components/ui/sticky-actions';
import { useHydrated } from '@/components/ui/use-hydrated';
import { failureOf, isDecided } from '@/lib/client/failure';
import { newIdempotencyKey } from '@/lib/client/idempotency-key';
import { issuePassMutation } from '@/lib/client/passes';
import { OfferCard, type OfferView } from './offer-card';

export type OfferPickerWords = Record<'choose' | 'get' | 'busy' | 'chooseFirst' | 'reference', string> & {
  errors: ErrorWords;
};

/** The brand's passes as radios, and the one button that gets the chosen one. */
export function OfferPicker({
  offers,
  chosenId,
  forId,
  words,
}: {
  offers: OfferView[];
  chosenId: string | null;
  /** The place the traveller came from, kept in the address of the new pass. */
  forId: string | null;
  words: OfferPickerWords;
}) {
  const router = useRouter();
  const isHydrated = useHydrated();
  const [offerId, setOfferId] = useState(chosenId);
  const [key, setKey] = useState(newIdempotencyKey);
  const [isMissing, setMissing] = useState(false);
  const issue = useMutation({
    ...issuePassMutation(key),
    onSuccess: ({ passId }) => router.push(`/passes/${passId}${forId ? `?for=${encodeURIComponent(forId)}` : ''}`),
    onError: (error) => isDecided(error) && setKey(newIdempotencyKey()),
  });
  const isBusy = issue.isPending || issue.isSuccess;
  const choose = (id: string) => {
    // Another pass is another intention.
    setKey(newIdempotencyKey());
    setOfferId(id);
    setMissing(false);
    issue.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (offerId === null) {
      setMissing(true);
      document.querySelector<HTMLInputElement>('input[name=offer]:enabled')?.focus();
    } else if (!isBusy) issue.mutate(offerId);
  };
  return (
    <form onSubmit={submit} className="flex flex-1 flex-col gap-6">
      <fieldset disabled={isBusy || !isHydrated} className="min-w-0">
        <legend className="overline mb-2.5">{words.choose}</legend>
        <div className="grid gap-2.5">
          {offers.map((offer) => (
            <OfferCard
              key={offer.offerId}
              offer={offer}
              isChosen={offer.offerId === offerId}
              onChoose={() => choose(offer.offerId)}
            />
          ))}
        </div>
      </fieldset>
      {issue.isError && (
        <FailureNotice failure={failureOf(issue.error)} words={words.errors} reference={words.reference} />
      )}
      {isMissing && (
        <p role="alert" className="font-semibold text-critical">
          {words.chooseFirst}
        </p>
      )}
      <div className="-mx-[var(--gutter)] sticky bottom-0 z-20 mt-auto lg:mx-0">
        <StickyActions>
          <Button type={isHydrated ? 'submit' : 'button'} isBusy={isBusy}>
            {isBusy ? words.busy : words.get}
          </Button>
        </StickyActions>
      </div>
    </form>
  );
}
