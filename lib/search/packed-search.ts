import { answer, type HubRow } from './answer';
import { unpack } from './compact';
import { createHubIndex } from './hub-index';

/** Search over hubs that `pack` wrote: what a browser does with what it was sent. @throws when the bytes are anything else */
export async function searchOver(
  bytes: Uint8Array,
): Promise<(q: string, limit: number) => { hubs: HubRow[]; total: number }> {
  const index = await createHubIndex(await unpack(bytes));
  return (q, limit) => answer(index, q, limit);
}
