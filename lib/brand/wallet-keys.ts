import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { brandSecrets, EnvError } from '@/lib/env';
import type { Brand } from './schema';

/** What signs a brand's Apple passes. PEM texts; the key is without a passphrase here. Never log it. */
export type AppleKeys = {
  passTypeIdentifier: string;
  teamIdentifier: string;
  certificate: string;
  privateKey: string;
  wwdrCertificate: string;
  /** While both certificates are good; phones take no pass that was signed outside of it. */
  validFromMs: number;
  validUntilMs: number;
};

/** Certificates end by the world's clock, also where the sandbox's has been moved. */
export function isAppleValid({ validFromMs, validUntilMs }: AppleKeys): boolean {
  const nowMs = Date.now();
  return nowMs >= validFromMs && nowMs < validUntilMs;
}

/** What signs a brand's Google links: its service account. */
export type GoogleKeys = { issuerId: string; clientEmail: string; privateKey: KeyObject };

export type WalletKeys = { apple: AppleKeys | null; google: GoogleKeys | null };

type Source = Record<string, string | undefined>;

const APPLE_NAMES = ['CERTIFICATE', 'PRIVATE_KEY', 'PRIVATE_KEY_PASSPHRASE', 'WWDR_CERTIFICATE'] as const;
const GOOGLE_NAMES = ['CLIENT_EMAIL', 'PRIVATE_KEY'] as const;

const cached = new Map<string, WalletKeys>();

/** The brand's keys, read once; null for a wallet it has not configured. Throws `EnvError`. */
export function walletKeys(brand: Pick<Brand, 'id' | 'wallet'>): WalletKeys {
  const known = cached.get(brand.id);
  if (known) return known;
  const keys = readWalletKeys(brand);
  cached.set(brand.id, keys);
  return keys;
}

/** Reads the keys of every brand. Throws one `EnvError` with everything that is wrong, by name and without any value. */
export function checkWalletKeys(brands: readonly Pick<Brand, 'id' | 'wallet'>[]): void {
  const problems = brands.flatMap((brand) => {
    try {
      walletKeys(brand);
      return [];
    } catch (error) {
      if (error instanceof EnvError) return error.problems;
      throw error;
    }
  });
  if (problems.length > 0) throw new EnvError(problems);
}

/** Exported for tests: as `walletKeys`, from the given variables. */
export function readWalletKeys({ wallet }: Pick<Brand, 'wallet'>, source?: Source): WalletKeys {
  const problems: string[] = [];
  const apple = wallet?.apple ? readAppleKeys(wallet.apple, problems, source) : null;
  const google = wallet?.google ? readGoogleKeys(wallet.google, problems, source) : null;
  if (problems.length > 0) throw new EnvError(problems);
  return { apple, google };
}

type AppleIds = NonNullable<NonNullable<Brand['wallet']>['apple']>;
type GoogleIds = NonNullable<NonNullable<Brand['wallet']>['google']>;

function readAppleKeys(ids: AppleIds, problems: string[], source?: Source): AppleKeys | null {
  const prefix = ids.keysEnvPrefix;
  const given = brandSecrets(prefix, APPLE_NAMES, source);
  if (isUnset(given)) return null;
  const missing = (['CERTIFICATE', 'PRIVATE_KEY', 'WWDR_CERTIFICATE'] as const).filter((name) => given[name] === null);
  problems.push(...missing.map((name) => `${prefix}_${name} is needed beside the others of ${prefix}`));
  const certificate = readCertificate(given.CERTIFICATE);
  const wwdr = readCertificate(given.WWDR_CERTIFICATE);
  const key = readKey(given.PRIVATE_KEY, given.PRIVATE_KEY_PASSPHRASE);
  if (given.CERTIFICATE && !certificate) problems.push(`${prefix}_CERTIFICATE is not a certificate in PEM`);
  if (given.WWDR_CERTIFICATE && !wwdr) problems.push(`${prefix}_WWDR_CERTIFICATE is not a certificate in PEM`);
  if (given.PRIVATE_KEY && !key) problems.push(`${prefix}_PRIVATE_KEY is not an RSA key in PEM under its passphrase`);
  if (!certificate || !wwdr || !key) return null;
  problems.push(...mismatches(prefix, ids, { certificate, wwdr, key }));
  return {
    passTypeIdentifier: ids.passTypeIdentifier,
    teamIdentifier: ids.teamIdentifier,
    certificate: certificate.toString(),
    privateKey: key.export({ type: 'pkcs1', format: 'pem' }).toString(),
    wwdrCertificate: wwdr.toString(),
    validFromMs: Math.max(Date.parse(certificate.validFrom), Date.parse(wwdr.validFrom)),
    validUntilMs: Math.min(Date.parse(certificate.validTo), Date.parse(wwdr.validTo)),
  };
}

/** A phone refuses such a pass without a word, so they are told at the start. */
function mismatches(
  prefix: string,
  ids: AppleIds,
  { certificate, wwdr, key }: { certificate: X509Certificate; wwdr: X509Certificate; key: KeyObject },
): string[] {
  const problems: string[] = [];
  if (!certificate.checkPrivateKey(key)) problems.push(`${prefix}_PRIVATE_KEY is not the key of ${prefix}_CERTIFICATE`);
  // Names alone are no proof: everybody may call an intermediate what Apple calls its own.
  const isIssued = certificate.checkIssued(wwdr) && certificate.verify(wwdr.publicKey);
  if (!isIssued) problems.push(`${prefix}_CERTIFICATE was not issued by ${prefix}_WWDR_CERTIFICATE`);
  // Apple writes both ids in the certificate's subject: the pass type as UID, the team as OU.
  const subject = certificate.subject.split('\n');
  if (!subject.includes(`UID=${ids.passTypeIdentifier}`)) {
    problems.push(`${prefix}_CERTIFICATE is not for wallet.apple.passTypeIdentifier of brand.json`);
  }
  if (!subject.includes(`OU=${ids.teamIdentifier}`)) {
    problems.push(`${prefix}_CERTIFICATE is not of wallet.apple.teamIdentifier of brand.json`);
  }
  return problems;
}

function readGoogleKeys(ids: GoogleIds, problems: string[], source?: Source): GoogleKeys | null {
  const prefix = ids.keysEnvPrefix;
  const given = brandSecrets(prefix, GOOGLE_NAMES, source);
  if (isUnset(given)) return null;
  const clientEmail = given.CLIENT_EMAIL;
  const privateKey = readKey(given.PRIVATE_KEY, null);
  if (!clientEmail) problems.push(`${prefix}_CLIENT_EMAIL is needed beside ${prefix}_PRIVATE_KEY`);
  if (!privateKey) problems.push(`${prefix}_PRIVATE_KEY is not an RSA key in PEM`);
  return clientEmail && privateKey ? { issuerId: ids.issuerId, clientEmail, privateKey } : null;
}

function isUnset(given: Record<string, string | null>): boolean {
  return Object.values(given).every((value) => value === null);
}

/** Null for what is none: the reason the library gives may quote the secret. */
function readCertificate(pem: string | null): X509Certificate | null {
  if (pem === null) return null;
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

function readKey(pem: string | null, passphrase: string | null): KeyObject | null {
  if (pem === null) return null;
  try {
    const key = createPrivateKey({ key: pem, ...(passphrase !== null && { passphrase }) });
    return key.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null;
  }
}
