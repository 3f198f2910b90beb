import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';

/**
 * A copy of the shipped brands in which the default one offers both wallets, under the prefixes `TEST_APPLE` and
 * `TEST_GOOGLE`. Ids only, as in a real `brand.json`.
 */
export function walletBrands(wallet: { apple: object; google: object }): { dir: string; remove(): void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'wallet-brands-'));
  cpSync('lib/brand/brands', dir, { recursive: true });
  const file = path.join(dir, 'layover', 'brand.json');
  const brand = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...brand, wallet }));
  const picture = new PNG({ width: 87, height: 87 });
  picture.data.fill(255);
  for (const name of ['wallet-icon.png', 'wallet-logo.png']) {
    writeFileSync(path.join(dir, 'layover', name), PNG.sync.write(picture));
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
