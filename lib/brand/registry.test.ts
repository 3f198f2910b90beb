import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brandForHost, findByHost, indexByHost, loadBrands } from './registry';

const SHIPPED = 'lib/brand/brands';
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'brands-'));
  cpSync(SHIPPED, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function change(folder: string, edit: (brand: Record<string, unknown>) => void): void {
  const file = path.join(dir, folder, 'brand.json');
  const brand = JSON.parse(readFileSync(file, 'utf8'));
  edit(brand);
  writeFileSync(file, JSON.stringify(brand));
}

describe('loadBrands', () => {
  it('reads the three brands that ship, complete and in order', () => {
    const brands = loadBrands(SHIPPED);
    expect(brands.map(({ id, name }) => [id, name])).toEqual([
      ['aurora', 'Aurora Air'],
      ['layover', 'Layover'],
      ['meridian', 'Meridian Bank'],
    ]);
    for (const brand of brands) {
      expect(brand.offers.length).toBeGreaterThanOrEqual(4);
      expect(brand.offers.every((offer) => brand.modules.includes(offer.module))).toBe(true);
      expect(new Set(brand.offers.map((offer) => offer.id)).size).toBe(brand.offers.length);
      expect(brand.offers.some((offer) => offer.resourceIds.length > 0)).toBe(true);
      expect(brand.logoVersion).toMatch(/^[0-9a-f]{12}$/);
    }
  });

  it('keeps no private key with a brand that ships', () => {
    for (const brand of loadBrands(SHIPPED)) {
      const keys = brand.signIn.launch?.jwks?.keys ?? [];
      expect(keys.every((key) => !('d' in key) && !('k' in key) && key.kty !== 'oct')).toBe(true);
    }
  });

  it('takes a new brand from its folder alone', () => {
    cpSync(path.join(dir, 'layover'), path.join(dir, 'harbour'), { recursive: true });
    change('harbour', (brand) =>
      Object.assign(brand, { id: 'harbour', name: 'Harbour Card', hosts: ['harbour.example'] }),
    );
    expect(loadBrands(dir).map(({ id }) => id)).toContain('harbour');
  });

  it('tells everything that is wrong at once, with the folder it is in', () => {
    change('aurora', (brand) =>
      Object.assign(brand, { support: { email: 'nobody', phone: '1', url: 'https://a.example' } }),
    );
    writeFileSync(path.join(dir, 'layover', 'brand.json'), '{');
    rmSync(path.join(dir, 'meridian', 'logo.svg'));
    mkdirSync(path.join(dir, 'empty'));
    expect(() => loadBrands(dir)).toThrow(
      expect.objectContaining({
        problems: [
          expect.stringContaining('aurora: support.email'),
          'empty: brand.json cannot be read (it is missing)',
          'layover: brand.json cannot be read (it is not JSON)',
          "meridian: the logo logo.svg is not in the brand's folder",
        ],
      }),
    );
  });

  it('refuses a theme that some people could not read', () => {
    change('layover', (brand) => {
      const theme = brand.theme as { light: Record<string, string> };
      theme.light.ink = '#cccccc';
    });
    expect(() => loadBrands(dir)).toThrow(/layover: light: ink #cccccc on surface #f5f6f3 is 1\.\d+:1, needs 4.5:1/);
  });

  it('refuses a host or an id that two brands claim, whatever its case', () => {
    change('aurora', (brand) => Object.assign(brand, { id: 'layover', hosts: ['LOCALHOST'] }));
    expect(() => loadBrands(dir)).toThrow(
      expect.objectContaining({ problems: ['the id layover is used twice', 'the host localhost is used twice'] }),
    );
  });

  it('takes the network’s mark as part of a page, and refuses one that is missing or large', () => {
    const marks = () => loadBrands(dir).map(({ markUri }) => markUri?.slice(0, 26) ?? null);
    expect(marks()).toEqual(Array(3).fill('data:image/svg+xml;base64,'));
    change('aurora', (brand) => Object.assign(brand, { mark: undefined }));
    expect(marks()[0]).toBeNull();
    rmSync(path.join(dir, 'meridian', 'mark.svg'));
    writeFileSync(path.join(dir, 'layover', 'mark.svg'), `<svg>${' '.repeat(9000)}</svg>`);
    const refused = expect.objectContaining({
      problems: [
        'layover: the mark mark.svg is larger than 8 kB',
        "meridian: the mark mark.svg is not in the brand's folder",
      ],
    });
    expect(() => loadBrands(dir)).toThrow(refused);
  });

  it('refuses a logo outside the brand’s folder', () => {
    change('layover', (brand) => Object.assign(brand, { logo: '../aurora/logo.svg' }));
    expect(() => loadBrands(dir)).toThrow(/is not in the brand's folder/);
  });

  it.each([
    ['both kinds of keys', { jwks: { keys: [{ kty: 'EC' }] }, jwksUrl: 'https://bank.example/jwks' }],
    ['no keys', {}],
    ['keys fetched in the clear', { jwksUrl: 'http://bank.example/jwks' }],
  ])('refuses a hand-over with %s', (_, keys) => {
    change('layover', (brand) =>
      Object.assign(brand, { signIn: { demo: false, launch: { issuer: 'i', audience: 'a', ...keys } } }),
    );
    expect(() => loadBrands(dir)).toThrow(/layover: signIn.launch/);
  });

  it('says so when there is no brand, or no folder', () => {
    expect(() => loadBrands(path.join(dir, 'nowhere'))).toThrow(/does not exist/);
    mkdirSync(path.join(dir, 'none'));
    expect(() => loadBrands(path.join(dir, 'none'))).toThrow(/no brand found/);
  });
});

describe('the brand of a host', () => {
  const byHost = indexByHost([
    { id: 'one', hosts: ['bank.example', 'Lounge.Bank.example'] },
    { id: 'two', hosts: ['bank.example:8443'] },
  ]);

  it.each([
    ['bank.example', 'one'],
    ['bank.example:3000', 'one'],
    ['bank.example:8443', 'two'],
    ['BANK.example', 'one'],
    ['bank.example.', 'one'],
    ['bank.example.:3000', 'one'],
    ['lounge.bank.example', 'one'],
    ['evil-bank.example', null],
    ['bank.example.evil.example', null],
    ['x.bank.example', null],
    ['', null],
  ])('%s belongs to %s', (host, expected) => {
    expect(findByHost(byHost, host)?.id ?? null).toBe(expected);
  });

  it('is the default brand on an unknown host in the sandbox', () => {
    expect(brandForHost('192.168.1.20:3000')?.id).toBe('layover');
    expect(brandForHost('meridian.localhost:3000')?.id).toBe('meridian');
  });
});
