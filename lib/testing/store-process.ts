import { openStore } from '@/lib/store/connection';
import { insertPass } from '@/lib/store/passes';
import { newPassRow } from './store-rows';

/**
 * A process of its own for tests of the folder's guard: opens the store in the folder given, writes a pass with the id
 * given, says "open", and stays. Says "refused: …" and ends when it may not have the folder.
 */
async function main(dataDir: string, passId: string): Promise<void> {
  try {
    const store = await openStore({ databaseUrl: null, dataDir });
    await insertPass(store.db, { brandId: 'layover', clientUserId: 'child' }, newPassRow({ id: passId }));
    process.stdout.write('open\n');
    setInterval(() => undefined, 60_000);
  } catch (error) {
    process.stdout.write(`refused: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

await main(process.argv[2] ?? '', process.argv[3] ?? '');
