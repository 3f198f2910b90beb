import 'server-only';
import { randomUUID } from 'node:crypto';
import { cache } from 'react';
import { currentBrand, currentSession } from '@/lib/auth/current';
import type { Caller } from './caller';

/** On whose behalf a page is rendered. Shows "not found" on a host that belongs to no brand. */
export const currentCaller = cache(async (): Promise<Caller> => {
  const [brand, session] = await Promise.all([currentBrand(), currentSession()]);
  return { brand, session, requestId: randomUUID() };
});
