import { ButtonLink } from '@/components/ui/button';
import { StickyActions } from '@/components/ui/sticky-actions';

export type PlaceAction = { href: string; text: string };

/** The one next thing at a place, a second one where there is a choice, and in a line why not more. */
export function PlaceActions({
  note,
  primary,
  secondary,
}: {
  note: string | null;
  primary: PlaceAction | null;
  secondary: PlaceAction | null;
}) {
  return (
    <StickyActions note={note}>
      {(primary || secondary) && (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-2.5">
          {secondary && (
            <ButtonLink href={secondary.href} variant="secondary" prefetch={false}>
              {secondary.text}
            </ButtonLink>
          )}
          {primary && (
            <ButtonLink href={primary.href} prefetch={false}>
              {primary.text}
            </ButtonLink>
          )}
        </div>
      )}
    </StickyActions>
  );
}
