import type { OfferDto, PassDto } from '@/lib/contract/passes';
import { coversResource } from '@/lib/domain/pass';

export type PlaceModes = { resourceId: string; module: PassDto['module']; prebookable: boolean; walkIn: boolean };

/** The one next thing a traveller can do at a place, and the second one where there is a choice. */
export type NextStep =
  | { kind: 'sign-in' }
  | { kind: 'use-pass'; passId: string; visitsLeft: number; can: ('prebook' | 'show')[] }
  | { kind: 'get-pass'; because: PassProblem | null }
  | { kind: 'no-offer'; because: PassProblem | null }
  | { kind: 'passes-unknown' }
  | { kind: 'not-usable' };

/** Why a pass the traveller does hold cannot be used here now; `other-places`: it works, but not at this place. */
export type PassProblem = Exclude<PassDto['status'], 'active' | 'cancelled'> | 'other-places';

/** A pending pass may become usable any minute, an expired one never again: the news closest to being good is told. */
const PROBLEMS: PassProblem[] = ['pending', 'not-yet-active', 'used-up', 'suspended', 'other-places', 'expired'];

/** Null stands for what cannot be had now. */
export type TravellerHere = { passes: readonly PassDto[] | null; offers: readonly OfferDto[] | null };

/** What there is to do at a place now; `traveller` is null for whoever is not signed in. */
export function nextStep(place: PlaceModes, traveller: TravellerHere | null): NextStep {
  if (!place.prebookable && !place.walkIn) return { kind: 'not-usable' };
  if (!traveller) return { kind: 'sign-in' };
  const { passes, offers } = traveller;
  if (!passes) return { kind: 'passes-unknown' };
  const covering = passes.filter((pass) => covers(pass, place));
  const pass = firstToExpire(covering.filter((one) => one.status === 'active'));
  if (pass) {
    const can = [place.prebookable && ('prebook' as const), place.walkIn && ('show' as const)];
    return {
      kind: 'use-pass',
      passId: pass.passId,
      visitsLeft: pass.visits.left,
      can: can.filter((mode) => mode !== false),
    };
  }
  const hasElsewhere = passes.some((one) => one.status === 'active' && one.module === place.module);
  const isSo = (problem: PassProblem) =>
    problem === 'other-places' ? hasElsewhere : covering.some((one) => one.status === problem);
  const because = PROBLEMS.find(isSo) ?? null;
  // Offers that cannot be read now are not said to be none: their page tells.
  const isOffered = !offers || offers.some((offer) => coversResource(offer, place) && offer.left !== 0);
  return { kind: isOffered ? 'get-pass' : 'no-offer', because };
}

/** Whether one of the passes can be used at the place now. */
export function isCovered(
  passes: readonly PassDto[],
  place: { module: PassDto['module']; resourceId: string },
): boolean {
  return passes.some((pass) => pass.status === 'active' && covers(pass, place));
}

function covers(pass: PassDto, place: { module: PassDto['module']; resourceId: string }): boolean {
  return coversResource({ module: pass.module, resourceIds: pass.scope.resourceIds }, place);
}

/** The pass that would be lost first is used first. */
function firstToExpire(passes: PassDto[]): PassDto | undefined {
  const endOf = (pass: PassDto) => (pass.expiresAt ? Date.parse(pass.expiresAt) : Number.POSITIVE_INFINITY);
  return [...passes].sort((a, b) => endOf(a) - endOf(b))[0];
}
