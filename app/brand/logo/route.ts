import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { currentBrand } from '@/lib/auth/current';

const TYPES: Record<string, string> = { '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp' };

/** The brand's logo. Its address carries the version, so a browser may keep it for ever. */
export async function GET(): Promise<Response> {
  const brand = await currentBrand();
  const file = await readFile(path.join(/* turbopackIgnore: true */ brand.folder, brand.logo));
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': TYPES[path.extname(brand.logo).toLowerCase()] ?? 'application/octet-stream',
      'Cache-Control': 'public, max-age=31536000, immutable',
      // Opened on its own, a picture runs nothing and loads nothing.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
