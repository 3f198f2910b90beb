import { notFound } from 'next/navigation';
import { cache } from 'react';
import { decoded } from '@/app/_page/decoded';
import { resourceIdSchema } from '@/lib/contract/common';
import { attempt } from '@/lib/server/attempt';
import { currentCaller } from '@/lib/server/page-caller';
import { getResource } from '@/lib/server/resources';

/** The place of an address, once per request; "not found" for an id that is none. */
export const resourceOf = cache(async (resourceId: string) => {
  const parsed = resourceIdSchema.safeParse(decoded(resourceId));
  if (!parsed.success) notFound();
  const caller = await currentCaller();
  return { caller, ...(await attempt(caller, getResource(caller, parsed.data))) };
});
