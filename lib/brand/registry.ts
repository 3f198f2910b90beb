import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import { checkContrast } from './contrast';
import { ICON_SOURCE, ICONS } from './icons';
import { type Brand, brandSchema } from './schema';

/**
 * A brand with the folder it was read from; `logoVersion` and `iconVersion` change when the pictures do, so they may be
 * cached for ever. `iconVersion` is null for a brand without icons of its own: its logo stands in for them. `markUri` is
 * the network's mark as a `data:` address: a pass shows it in the same answer as its code. `walletBadges`
 * are the official buttons of wallets, likewise.
 */
export type BrandWithFolder = Brand & {
  folder: string;
  logoVersion: string;
  iconVersion: string | null;
  markUri: string | null;
  walletBadges: Record<'apple' | 'google', string | null>;
};

/** Every pass carries the mark, so it has to be a small drawing. */
const LARGEST_MARK_BYTES = 8 * 1024;

/** Carries one line for each thing that is wrong with the brands. */
export class BrandError extends Error {
  override name = 'BrandError';
  constructor(readonly problems: string[]) {
    super(`The brands cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

let cached: { brands: BrandWithFolder[]; byHost: Map<string, BrandWithFolder> } | undefined;

/** Every brand of `BRANDS_DIR`, read once. Throws `BrandError`. */
export function brands(): BrandWithFolder[] {
  return registry().brands;
}

/**
 * The brand served under a `Host` header, looked up with its port first and then without. On a host that belongs to
 * nobody: the default brand in the sandbox, so that the demo answers under any name, and null otherwise.
 */
export function brandForHost(host: string): BrandWithFolder | null {
  const { byHost, brands: all } = registry();
  const found = findByHost(byHost, host);
  if (found) return found;
  return env().isSandbox ? defaultBrand(all, byHost) : null;
}

/** Reads one folder a brand. Throws `BrandError` that lists everything wrong in all of them. */
export function loadBrands(dir: string): BrandWithFolder[] {
  const problems: string[] = [];
  const loaded: BrandWithFolder[] = [];
  for (const folder of brandFolders(dir)) {
    const result = readBrand(folder);
    if (Array.isArray(result)) problems.push(...result.map((problem) => `${path.basename(folder)}: ${problem}`));
    else loaded.push(result);
  }
  if (loaded.length === 0 && problems.length === 0) problems.push(`no brand found in ${dir}`);
  problems.push(...duplicates(loaded, 'id', (brand) => [brand.id]));
  problems.push(...duplicates(loaded, 'host', (brand) => brand.hosts.map(normaliseHost)));
  if (problems.length > 0) throw new BrandError(problems);
  return loaded;
}

/** Exported for tests: the same rule as `brandForHost` on brands that are already read. */
export function findByHost<T>(byHost: ReadonlyMap<string, T>, host: string): T | null {
  const exact = normaliseHost(host);
  return byHost.get(exact) ?? byHost.get(exact.replace(/:\d+$/, '')) ?? null;
}

export function indexByHost<T extends Pick<Brand, 'hosts'>>(all: readonly T[]): Map<string, T> {
  return new Map(all.flatMap((brand) => brand.hosts.map((host) => [normaliseHost(host), brand] as const)));
}

function registry() {
  if (!cached) {
    const all = loadBrands(env().brandsDir);
    cached = { brands: all, byHost: indexByHost(all) };
  }
  return cached;
}

function defaultBrand(all: BrandWithFolder[], byHost: Map<string, BrandWithFolder>): BrandWithFolder | null {
  return byHost.get('localhost') ?? all[0] ?? null;
}

/** Host names know no case, and a trailing dot means the same host. */
function normaliseHost(host: string): string {
  return host
    .trim()
    .toLowerCase()
    .replace(/\.(?=:\d+$|$)/, '');
}

function brandFolders(dir: string): string[] {
  const base = path.resolve(/* turbopackIgnore: true */ dir);
  if (!existsSync(base)) throw new BrandError([`the folder ${dir} does not exist`]);
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => path.join(base, entry.name))
    .sort();
}

function readBrand(folder: string): BrandWithFolder | string[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path.join(folder, 'brand.json'), 'utf8'));
  } catch (error) {
    return [`brand.json cannot be read (${error instanceof SyntaxError ? 'it is not JSON' : 'it is missing'})`];
  }
  const parsed = brandSchema.safeParse(json);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const brand = parsed.data;
  const problems = [...checkContrast(brand.theme), ...missingWalletPictures(folder, brand)];
  const logo = readAsset(folder, brand.logo);
  const mark = brand.mark === undefined ? null : readAsset(folder, brand.mark);
  const icons = [ICON_SOURCE, ...ICONS.map(({ file }) => file)].map((file) => ({
    file,
    bytes: readAsset(folder, file),
  }));
  const hasIcons = icons[0]?.bytes !== null;
  if (!logo) problems.push(`the logo ${brand.logo} is not in the brand's folder`);
  if (brand.mark !== undefined && !mark) problems.push(`the mark ${brand.mark} is not in the brand's folder`);
  if (mark && mark.byteLength > LARGEST_MARK_BYTES) problems.push(`the mark ${brand.mark} is larger than 8 kB`);
  for (const { file } of icons.filter(({ bytes }) => hasIcons && bytes === null)) {
    problems.push(`${file} is missing beside ${ICON_SOURCE}: "npm run icons" makes it`);
  }
  if (!logo || problems.length > 0) return problems;
  return {
    ...brand,
    folder,
    logoVersion: versionOf([logo]),
    iconVersion: hasIcons ? versionOf(icons.flatMap(({ bytes }) => bytes ?? [])) : null,
    markUri: svgUri(mark),
    walletBadges: walletBadgesOf(folder, brand),
  };
}

function versionOf(files: Buffer[]): string {
  const hash = createHash('sha256');
  for (const bytes of files) hash.update(bytes);
  return hash.digest('hex').slice(0, 12);
}

function walletBadgesOf(folder: string, { wallet }: Brand): BrandWithFolder['walletBadges'] {
  const uriOf = (name: string | undefined) => svgUri(name === undefined ? null : readAsset(folder, name));
  return { apple: uriOf(wallet?.apple?.badge), google: uriOf(wallet?.google?.badge) };
}

function svgUri(file: Buffer | null): string | null {
  return file && `data:image/svg+xml;base64,${file.toString('base64')}`;
}

/** A file of the folder itself; null when it is not there. */
function readAsset(folder: string, name: string): Buffer | null {
  const file = path.join(folder, name);
  return path.dirname(file) === folder && existsSync(file) ? readFileSync(file) : null;
}

function missingWalletPictures(folder: string, { wallet }: Brand): string[] {
  const { apple, google } = wallet ?? {};
  const names = [apple?.icon, apple?.logo, apple?.badge, google?.badge].filter((name) => name !== undefined);
  return names
    .filter((name) => !readAsset(folder, name))
    .map((name) => `the picture ${name} is not in the brand's folder`);
}

function duplicates(all: Brand[], what: string, valuesOf: (brand: Brand) => string[]): string[] {
  const values = all.flatMap(valuesOf);
  const repeated = new Set(values.filter((value, index) => values.indexOf(value) !== index));
  return [...repeated].map((value) => `the ${what} ${value} is used twice`);
}
