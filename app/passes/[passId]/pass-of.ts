import { notFound } from 'next/navigation';
import { cache } from 'react';
import { opaqueIdSchema, resourceIdSchema } from '@/lib/contract/common';
import { attempt } from '@/lib/server/attempt';
import { currentCaller } from '@/lib/server/page-caller';
import { getPass } from '@/lib/server/passes';
import { findResource } from '@/lib/server/resources';

type Search = Record<string, string | string[] | undefined>;

/**
 * The pass of an address, once per request; null for both while nobody is signed in. Somebody else's is "not found".
 * `place` is the one that `?for=` names: where the traveller wants to use the pass.
 */
export async function passOf(passId: string, search: Search) {
  const forId = resourceIdSchema.safeParse(search.for).data ?? null;
  return passFor(passId, forId);
}

const passFor = cache(async (passId: string, forId: string | null) => {
  if (!opaqueIdSchema.safeParse(passId).success) notFound();
  const caller = await currentCaller();
  if (!caller.session) return { caller, place: null, value: null, failure: null };
  const place = forId === null ? null : await findResource(caller, forId);
  return { caller, place, ...(await attempt(caller, getPass(caller, passId, place ?? undefined))) };
});
