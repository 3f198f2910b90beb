import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { currentBrand } from '@/lib/auth/current';

const TYPES: Record<string, string> = { '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp' };

/** Under an address that carries the version a browser may keep it for ever, under `/favicon.ico` for a day. */
const LIVES = { versioned: 'public, max-age=31536000, immutable', plain: 'public, max-age=86400' };

/** The brand's logo. */
export async function GET(request: Request): Promise<Response> {
  const brand = await currentBrand();
  const life = new URL(request.url).searchParams.has('v') ? LIVES.versioned : LIVES.plain;
  const file = await readFile(path.join(/* turbopackIgnore: true */ brand.folder, brand.logo));
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': TYPES[path.extname(brand.logo).toLowerCase()] ?? 'application/octet-stream',
      'Cache-Control': life,
      // Opened on its own, a picture runs nothing and loads nothing.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
