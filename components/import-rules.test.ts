import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import biome from '@/biome.json';

const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const restrictedSchema = z.object({
  linter: z.object({
    rules: z.object({
      style: z.object({
        noRestrictedImports: z.object({
          level: z.literal('error'),
          options: z.object({ patterns: z.array(z.object({ group: z.array(z.string()) })) }),
        }),
      }),
    }),
  }),
});

/** What the linter forbids the files of a folder to import. The last rule that names the folder is the one that holds. */
function forbiddenIn(folder: string): string[] {
  const rules = biome.overrides.filter(({ includes }) => includes.some((glob) => glob === `components/${folder}/**`));
  const rule = restrictedSchema.safeParse(rules.at(-1)).data?.linter.rules.style.noRestrictedImports;
  return rule?.options.patterns.flatMap(({ group }) => group) ?? [];
}

describe('the linter keeps components of one thing from those of another', () => {
  it('in every folder', () => {
    expect(folders.length).toBeGreaterThan(5);
    expect(folders).toContain('ui');
  });

  it.each(folders)('%s imports no other thing’s components, no page and no server code', (folder) => {
    const others = folders.filter((other) => other !== folder && other !== 'ui');
    const forbidden = forbiddenIn(folder);
    expect(forbidden).toEqual(expect.arrayContaining(others.map((other) => `@/components/${other}/**`)));
    expect(forbidden).toEqual(expect.arrayContaining(['@/app/**', '@/lib/server/**', '@/lib/store/**', 'server-only']));
    expect(forbidden).not.toContain('@/components/ui/**');
  });
});
