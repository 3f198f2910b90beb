import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** What a browser that takes Brotli says; the others get what Next packs on the way. */
const TAKES_BROTLI = [{ type: 'header' as const, key: 'accept-encoding', value: '(?:.*\\W)?br(?:\\W.*)?' }];
const KINDS = [
  { ending: 'js', type: 'application/javascript; charset=UTF-8' },
  { ending: 'css', type: 'text/css; charset=UTF-8' },
] as const;

/** Leaves a packed copy beside every built script and style, as small as it gets: it is made once and sent for ever. */
export async function compressBuiltFiles({ distDir }: { distDir: string }): Promise<void> {
  const folder = path.join(distDir, 'static/chunks');
  const names = (await readdir(folder)).filter((name) => KINDS.some(({ ending }) => name.endsWith(`.${ending}`)));
  for (const name of names) {
    const text = await readFile(path.join(folder, name));
    const params = {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength,
    };
    await writeFile(path.join(folder, `${name}.br`), await compress(text, { params }));
  }
}

/** Sends the packed copies under the files' own addresses. */
export const compressedRewrites = KINDS.map(({ ending }) => ({
  source: `/_next/static/chunks/:name([^/]+\\.${ending})`,
  has: TAKES_BROTLI,
  destination: '/_next/static/chunks/:name.br',
}));

export const compressedHeaders = KINDS.flatMap(({ ending, type }) => {
  const source = `/_next/static/chunks/:name([^/]+\\.${ending})`;
  return [
    { source, headers: [{ key: 'Vary', value: 'Accept-Encoding' }] },
    {
      source,
      has: TAKES_BROTLI,
      headers: [
        { key: 'Content-Encoding', value: 'br' },
        { key: 'Content-Type', value: type },
      ],
    },
  ];
});
