import { liveSchema } from '@/lib/contract/health';
import { Answer } from '@/lib/server/answer';
import { answering } from '@/lib/server/handle';

/** The process answers. Asks nothing of anybody, under any host name. */
export function GET(request: Request): Promise<Response> {
  return answering(request, Promise.resolve({}), async () => ({
    answer: new Answer(liveSchema.parse({ status: 'ok' })),
  }));
}
