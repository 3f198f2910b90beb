import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const lockSchema = z.object({ pid: z.number(), url: z.string(), nonce: z.string() });
type Lock = z.infer<typeof lockSchema>;

function readLock(file: string): Lock | null {
  try {
    const lock = lockSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return lock.success ? lock.data : null;
  } catch (error) {
    // A file that vanished, or that was cut off by a kill, locks nothing.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      return null;
    throw error;
  }
}

/** Whether the holder still answers. Process ids are used again after a restart, so the holder itself is asked. */
async function isHeld(lock: Lock): Promise<boolean> {
  try {
    const answer = await fetch(`${lock.url}/_control/lock`, { signal: AbortSignal.timeout(2_000) });
    return (await answer.text()).includes(lock.nonce);
  } catch (error) {
    // Slow means alive; refused or reset means gone.
    return error instanceof Error && error.name === 'TimeoutError';
  }
}

/**
 * Takes the folder for the sandbox that listens at `url` and answers `nonce` there. Throws when another sandbox has it.
 * @returns a function that gives the folder back
 */
export async function lockFolder(folder: string, url: string, nonce: string): Promise<() => void> {
  const file = path.join(folder, 'lock.json');
  mkdirSync(folder, { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, url, nonce } satisfies Lock);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => {
        if (readLock(file)?.nonce === nonce) rmSync(file, { force: true });
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const held = readLock(file);
    // Whoever wrote our own address is gone, or we could not listen there.
    if (held && held.url !== url && (await isHeld(held))) {
      throw new Error(
        `The sandbox data in ${folder} is in use by process ${held.pid} at ${held.url}. Stop it, or use another folder.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new Error(`The sandbox data in ${folder} could not be locked; another sandbox is starting there.`);
}
