import { AppError } from '@/lib/server/errors';
import { answering } from '@/lib/server/handle';

type Context = { params: Promise<{ unknown: string[] }> };

/** An address of our API that nothing is behind: the envelope like every error, not a page, which here has no policy. */
function notFound(request: Request, { params }: Context): Promise<Response> {
  return answering(request, params, () => Promise.reject(new AppError('not_found')));
}

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
