import { CircleCheck, CircleSlash, MapPin } from 'lucide-react';

/** An offer, in words. `reason` says why it cannot be chosen; it is a radio all the same, so that nobody wonders. */
export type OfferView = {
  offerId: string;
  kind: string;
  title: string;
  /** `2 visits · valid for 365 days`. */
  terms: string;
  where: string;
  reason: string | null;
  /** Works at the place the traveller came from. */
  suits: string | null;
};

export function OfferCard({
  offer,
  isChosen,
  onChoose,
}: {
  offer: OfferView;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { offerId, kind, title, terms, where, reason, suits } = offer;
  return (
    <label className="state-border relative grid grid-cols-[1.5rem_1fr] gap-3 rounded-card border border-line bg-surface-raised p-4 has-[:checked]:border-ink has-[[disabled]]:bg-transparent has-[[disabled]]:text-ink-muted has-[:checked]:shadow-[inset_0_0_0_1px_var(--ink)] has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ink has-[:focus-visible]:outline-offset-2">
      <input
        type="radio"
        name="offer"
        value={offerId}
        checked={isChosen}
        disabled={reason !== null}
        onChange={onChoose}
        className="mt-6 size-5.5 accent-ink"
      />
      <span className="grid min-w-0 gap-0.5">
        <span className="text-15 text-ink-muted">{kind}</span>
        <span className="font-bold text-20">{title}</span>
        <span className="tabular">{terms}</span>
        <span className="mt-1 flex items-start gap-1.5 text-15 text-ink-muted">
          <MapPin aria-hidden size={18} strokeWidth={1.75} className="mt-0.5 shrink-0" />
          {where}
        </span>
        {reason && (
          <span className="flex items-start gap-1.5 font-semibold text-15">
            <CircleSlash aria-hidden size={18} strokeWidth={1.75} className="mt-0.5 shrink-0" />
            {reason}
          </span>
        )}
        {!reason && suits && (
          <span className="flex items-start gap-1.5 font-semibold text-15 text-positive">
            <CircleCheck aria-hidden size={18} strokeWidth={1.75} className="mt-0.5 shrink-0" />
            {suits}
          </span>
        )}
      </span>
    </label>
  );
}
