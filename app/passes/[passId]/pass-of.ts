import { notFound } from 'next/navigation';
import { cache } from 'react';
import { opaqueIdSchema } from '@/lib/contract/common';
import { attempt } from '@/lib/server/attempt';
import { currentCaller } from '@/lib/server/page-caller';
import { getPass } from '@/lib/server/passes';

/** The pass of an address, once per request; null for both while nobody is signed in. Somebody else's is "not found". */
export const passOf = cache(async (passId: string) => {
  if (!opaqueIdSchema.safeParse(passId).success) notFound();
  const caller = await currentCaller();
  if (!caller.session) return { caller, value: null, failure: null };
  return { caller, ...(await attempt(caller, getPass(caller, passId))) };
});
