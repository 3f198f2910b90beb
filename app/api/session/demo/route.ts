import { startSession } from '@/lib/auth/cookie';
import { demoTraveller } from '@/lib/auth/demo';
import { returnPath } from '@/lib/auth/return-path';
import { notSignedIn, readForm, signedIn } from '@/lib/auth/sign-in-answer';
import { env } from '@/lib/env';
import { currentBrandOf } from '@/lib/server/caller-brand';
import { asAppError } from '@/lib/server/errors-vendor';
import { clientAddress, takeCall } from '@/lib/server/rate-limit';
import { requireSameOrigin } from '@/lib/server/same-origin';

/** Signs in as one of the demo travellers: with the sandbox only, and only for a brand that offers it. */
export async function POST(request: Request): Promise<Response> {
  try {
    const brand = currentBrandOf(request);
    if (!env().isSandbox || !brand.signIn.demo) return new Response('Not found\n', { status: 404 });
    requireSameOrigin(request);
    takeCall('signIn', clientAddress(request.headers));
    const form = await readForm(request);
    const traveller = demoTraveller(brand.id, form?.get('traveller'));
    if (!traveller) return notSignedIn('demo');
    return await signedIn(request, startSession(brand.id, traveller, Date.now), returnPath(form?.get('to')));
  } catch (error) {
    const { code, status } = asAppError(error);
    if (code === 'rate_limited') return notSignedIn('busy');
    if (code === 'not_entitled') return notSignedIn('demo');
    return new Response(null, { status });
  }
}
