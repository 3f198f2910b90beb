import 'server-only';
import { randomUUID } from 'node:crypto';
import { connection } from 'next/server';
import { cache } from 'react';
import { currentBrand, currentSession } from '@/lib/auth/current';
import type { Caller } from './caller';

/** On whose behalf a page is rendered. Shows "not found" on a host that belongs to no brand. */
export const currentCaller = cache(async (): Promise<Caller> => {
  // A reference and the time belong to one request: nothing of a page is made before there is one.
  const [brand, session] = await Promise.all([currentBrand(), currentSession(), connection()]);
  return { brand, session, requestId: randomUUID() };
});
