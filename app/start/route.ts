import { startPath } from '@/lib/domain/kept-page';
import { attempt } from '@/lib/server/attempt';
import { keepList } from '@/lib/server/keep-list';
import { currentCaller } from '@/lib/server/page-caller';
import { runtime } from '@/lib/server/runtime';

/** Where an installed app opens. Without a network the device answers by the same rule from what it has kept. */
export async function GET(): Promise<Response> {
  const [caller, { clock }] = await Promise.all([currentCaller(), runtime()]);
  const list = caller.session ? await attempt(caller, keepList(caller)) : null;
  const path = startPath(list?.value?.pages ?? [], clock());
  return new Response(null, { status: 307, headers: { Location: path, 'Cache-Control': 'no-store' } });
}
