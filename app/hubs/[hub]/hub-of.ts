import { notFound } from 'next/navigation';
import { cache } from 'react';
import { decoded } from '@/app/_page/decoded';
import { hubCodeSchema } from '@/lib/contract/common';
import { attempt } from '@/lib/server/attempt';
import { getHub } from '@/lib/server/hubs';
import { currentCaller } from '@/lib/server/page-caller';

/** The hub of an address, once per request; "not found" for a code that is none. */
export const hubOf = cache(async (code: string) => {
  const parsed = hubCodeSchema.safeParse(decoded(code));
  if (!parsed.success) notFound();
  const caller = await currentCaller();
  return { caller, ...(await attempt(caller, getHub(caller, parsed.data))) };
});
