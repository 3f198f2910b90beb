import 'server-only';
import type { RouteHandler } from './handle';

/** The page of the pass or booking says these itself: sign in, why it cannot be used, not found. */
const TOLD_BY_THE_PAGE = [401, 403, 404];

/**
 * A link to a file or a wallet is followed by a person, not by a script: what goes wrong leads back to the page of the pass or
 * booking, instead of showing an envelope. `later` stands after the page's address for what it cannot know by itself, as an
 * outage; without it, such an answer stays as it is. Everybody else gets the handler's own answer.
 */
export function followed(folder: 'passes' | 'bookings', handler: RouteHandler, later?: string): RouteHandler {
  return async (request, context) => {
    const answer = await handler(request, context);
    const isPerson = request.headers.get('sec-fetch-mode') === 'navigate';
    const isTold = TOLD_BY_THE_PAGE.includes(answer.status);
    if (!isPerson || answer.status < 400 || (!isTold && later === undefined)) return answer;
    const [id = ''] = Object.values(await context.params).flat();
    const location = `/${folder}/${encodeURIComponent(id)}${isTold ? '' : later}`;
    const headers = new Headers({ Location: location, 'Cache-Control': 'no-store' });
    headers.set('X-Request-Id', answer.headers.get('X-Request-Id') ?? '');
    return new Response(null, { status: 303, headers });
  };
}
