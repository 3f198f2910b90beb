import { startSession } from '@/lib/auth/cookie';
import { LaunchError } from '@/lib/auth/launch';
import { returnPath } from '@/lib/auth/return-path';
import { notSignedIn, readForm, signedIn } from '@/lib/auth/sign-in-answer';
import { currentBrandOf } from '@/lib/server/caller-brand';
import { asAppError } from '@/lib/server/errors-vendor';
import { launchedTraveller } from '@/lib/server/launch';
import { logger } from '@/lib/server/log';
import { clientAddress, takeCall } from '@/lib/server/rate-limit';

/**
 * The signed hand-over: the partner's app or site posts a form with `token`, and with `to` if it wants a page other than the
 * first. The token itself is the proof, so the form may come from another origin.
 */
export async function POST(request: Request): Promise<Response> {
  let brandId: string | undefined;
  try {
    const brand = currentBrandOf(request);
    brandId = brand.id;
    takeCall('signIn', clientAddress(request.headers));
    const form = await readForm(request);
    const traveller = await launchedTraveller(brand, form?.get('token'));
    return await signedIn(request, startSession(brand.id, traveller, Date.now), returnPath(form?.get('to')));
  } catch (error) {
    return refused(error, brandId);
  }
}

/** A reload or a bookmark of the hand-over's address. */
export function GET(): Response {
  return notSignedIn();
}

function refused(error: unknown, brandId: string | undefined): Response {
  if (error instanceof LaunchError) {
    logger().warn({ brandId, reason: error.reason, cause: causeName(error) }, 'launch refused');
    return notSignedIn('launch');
  }
  const known = asAppError(error);
  if (known.code === 'rate_limited') return notSignedIn('busy');
  logger().error({ err: error, brandId }, 'launch failed');
  return notSignedIn('busy');
}

/** The kind of the cause only: its message may quote the token. */
function causeName(error: LaunchError): string | undefined {
  return error.cause instanceof Error ? error.cause.name : undefined;
}
