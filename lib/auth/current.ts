import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';
import { type BrandWithFolder, brandForHost } from '@/lib/brand/registry';
import { chooseLocale, type ShippedLocale } from '@/lib/i18n/locale';
import { readSession, sessionCookieName } from './cookie';
import { isHttpsRequest } from './request-origin';
import type { Session } from './session';

/** The brand of the host that was asked. `proxy.ts` has refused unknown hosts already; the check here stands for itself. */
export const currentBrand = cache(async (): Promise<BrandWithFolder> => {
  const host = (await headers()).get('host') ?? '';
  return brandForHost(host) ?? notFound();
});

/** The traveller signed in to this brand, or null. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const [brand, jar, list] = await Promise.all([currentBrand(), cookies(), headers()]);
  // Whether a session has ended is asked of the clock, which Next lets a page read only once it waits for its request.
  await connection();
  return readSession(jar.get(sessionCookieName(isHttpsRequest(list)))?.value, brand.id, Date.now);
});

/** The language of this request: the traveller's own, else what the browser asks for, among those the brand offers. */
export const currentLocale = cache(async (): Promise<ShippedLocale> => {
  const [brand, session, list] = await Promise.all([currentBrand(), currentSession(), headers()]);
  return chooseLocale([session?.locale, list.get('accept-language')], brand.locales);
});
