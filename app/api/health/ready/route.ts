import { readySchema } from '@/lib/contract/health';
import { Answer } from '@/lib/server/answer';
import { answering } from '@/lib/server/handle';
import { readiness } from '@/lib/server/readiness';

/** 200 when the store can be reached and a catalogue is loaded, else 503; under any host name. */
export function GET(request: Request): Promise<Response> {
  return answering(request, Promise.resolve({}), async () => {
    const body = readySchema.parse(await readiness());
    return { answer: new Answer(body, { status: body.status === 'ok' ? 200 : 503 }) };
  });
}
