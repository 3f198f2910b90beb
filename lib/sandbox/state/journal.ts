import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Change, COLLECTIONS, type CollectionName, type RecordOf } from './records';

const lineSchema = z.array(
  z.object({
    in: z.custom<CollectionName>((name) => typeof name === 'string' && name in COLLECTIONS),
    key: z.string(),
    value: z.unknown(),
  }),
);

type Maps = { [Name in CollectionName]: Map<string, RecordOf<Name>> };

function emptyMaps(): Maps {
  return {
    names: new Map(),
    passes: new Map(),
    memberships: new Map(),
    orders: new Map(),
    holds: new Map(),
    replies: new Map(),
    qrCodes: new Map(),
    patches: new Map(),
    slots: new Map(),
    settings: new Map(),
  };
}

/**
 * The state, and the file it is kept in: one JSON line per request, written before the answer goes out, so that it survives a kill. A
 * line holds all changes of a request, so a request is kept whole or not at all; a torn last line is left out. The file is rewritten
 * without its history at each start. With no folder everything stays in memory.
 */
export class Journal {
  readonly maps: Maps = emptyMaps();
  private file: number | null = null;

  constructor(private readonly folder: string | null) {
    if (folder === null) return;
    mkdirSync(folder, { recursive: true });
    this.read(path.join(folder, 'journal.jsonl'));
    this.compact();
  }

  all<Name extends CollectionName>(name: Name): Maps[Name] {
    return this.maps[name];
  }

  commit(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    if (this.file !== null) writeSync(this.file, `${JSON.stringify(changes)}\n`);
    for (const change of changes) this.apply(change);
  }

  reset(): void {
    for (const map of Object.values(this.maps)) map.clear();
    this.compact();
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }

  private apply({ in: name, key, value }: Change): void {
    const map: Map<string, unknown> = this.maps[name];
    if (value === null) map.delete(key);
    else map.set(key, COLLECTIONS[name].parse(value));
  }

  private read(file: string): void {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
      throw error;
    }
    const lines = text.split('\n');
    // What follows the last line feed was cut off by a kill, and its request was never answered.
    lines.pop();
    for (const line of lines) {
      if (line !== '') for (const change of lineSchema.parse(JSON.parse(line))) this.apply(change);
    }
  }

  private compact(): void {
    if (this.folder === null) return;
    this.close();
    const target = path.join(this.folder, 'journal.jsonl');
    const fresh = openSync(`${target}.new`, 'w');
    for (const [name, map] of Object.entries(this.maps)) {
      for (const [key, value] of map) writeSync(fresh, `${JSON.stringify([{ in: name, key, value }])}\n`);
    }
    fsyncSync(fresh);
    closeSync(fresh);
    renameSync(`${target}.new`, target);
    this.file = openSync(target, 'a');
  }
}
