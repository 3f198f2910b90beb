import 'server-only';
import { AppError } from './errors';
import { answering } from './handle';
import { sandboxPicture } from './images';
import { runtime } from './runtime';

const NAME = /^[A-Za-z0-9_-]{1,60}\.(svg|png|jpg|webp)$/;
const DAY_SECONDS = 86_400;

/** A picture of the sandbox, or the error envelope. Only names and the number of a view are passed on. */
export function getPicture(request: Request, params: Promise<{ path: string[] }>): Promise<Response> {
  return answering(request, params, async () => {
    const { imageOrigin } = await runtime();
    const name = (await params).path.join('/');
    const view = new URL(request.url).searchParams.get('view');
    if (imageOrigin === null || !NAME.test(name)) throw new AppError('not_found');
    const path = view !== null && /^\d{1,2}$/.test(view) ? `${name}?view=${view}` : name;
    const picture = await sandboxPicture(imageOrigin, path);
    if (!picture) throw new AppError('not_found');
    return new Response(picture.bytes, {
      headers: {
        'Content-Type': picture.contentType,
        'Content-Length': String(picture.bytes.byteLength),
        'Cache-Control': `public, max-age=${DAY_SECONDS}`,
        // An SVG is a document: opened by itself, it may neither run scripts nor load anything.
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
