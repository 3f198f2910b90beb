import { beforeAll, describe, expect, it } from 'vitest';
import { EnvError } from '@/lib/env';
import {
  onOneLine,
  PASSPHRASE,
  serviceAccountKey,
  type WalletAuthority,
  walletAuthority,
} from '@/lib/testing/wallet-authority';
import { checkWalletKeys, readWalletKeys } from './wallet-keys';

const IDS = { passTypeIdentifier: 'pass.com.example.lounge', teamIdentifier: 'A1B2C3D4E5' };
const APPLE = { ...IDS, keysEnvPrefix: 'TEST_APPLE', icon: 'icon-180.png' };
const GOOGLE = { issuerId: '3388000000022222222', keysEnvPrefix: 'TEST_GOOGLE' };

let authority: WalletAuthority;
let other: WalletAuthority;
const account = serviceAccountKey();
beforeAll(async () => {
  [authority, other] = await Promise.all([
    walletAuthority(IDS),
    walletAuthority({ passTypeIdentifier: 'pass.com.example.other', teamIdentifier: 'ZZZZZZZZZZ' }),
  ]);
});

const appleSource = () => ({
  TEST_APPLE_CERTIFICATE: authority.certificate,
  TEST_APPLE_PRIVATE_KEY: authority.privateKey,
  TEST_APPLE_WWDR_CERTIFICATE: authority.wwdrCertificate,
});
const googleSource = () => ({
  TEST_GOOGLE_CLIENT_EMAIL: 'wallet@project.iam.gserviceaccount.com',
  TEST_GOOGLE_PRIVATE_KEY: account.privateKey,
});

function problemsOf(wallet: Parameters<typeof readWalletKeys>[0]['wallet'], source: Record<string, string>): string[] {
  try {
    readWalletKeys({ wallet }, source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe('the keys of a brand’s wallets', () => {
  it('are read under the prefixes that brand.json names, on one line or on many, with a passphrase or without', () => {
    const oneLine = Object.fromEntries(Object.entries(appleSource()).map(([name, text]) => [name, onOneLine(text)]));
    const locked = {
      ...appleSource(),
      TEST_APPLE_PRIVATE_KEY: authority.lockedPrivateKey,
      TEST_APPLE_PRIVATE_KEY_PASSPHRASE: PASSPHRASE,
    };
    const [many, one, opened] = [appleSource(), oneLine, locked].map((s) =>
      readWalletKeys({ wallet: { apple: APPLE } }, s),
    );
    expect(many?.apple).toMatchObject({ ...IDS, privateKey: expect.stringContaining('BEGIN RSA PRIVATE KEY') });
    expect(one).toEqual(many);
    expect(opened).toEqual(many);
    expect(readWalletKeys({ wallet: { google: GOOGLE } }, googleSource()).google).toMatchObject({
      issuerId: GOOGLE.issuerId,
      clientEmail: 'wallet@project.iam.gserviceaccount.com',
    });
  });

  it('that are all unset leave the wallet out, and so does a brand that names none', () => {
    expect(readWalletKeys({ wallet: { apple: APPLE, google: GOOGLE } }, { TEST_APPLE_CERTIFICATE: ' ' })).toEqual({
      apple: null,
      google: null,
    });
    expect(readWalletKeys({}, appleSource())).toEqual({ apple: null, google: null });
  });

  it.each([
    ['TEST_APPLE_CERTIFICATE', 'is needed beside the others'],
    ['TEST_APPLE_PRIVATE_KEY', 'is needed beside the others'],
    ['TEST_APPLE_WWDR_CERTIFICATE', 'is needed beside the others'],
  ])('without %s stop the start', (name, text) => {
    expect(problemsOf({ apple: APPLE }, { ...appleSource(), [name]: '' })).toEqual([
      expect.stringContaining(`${name} ${text}`),
    ]);
  });

  it.each([
    ['that are no PEM', () => ({ TEST_APPLE_CERTIFICATE: 'hunter2' }), /_CERTIFICATE is not a certificate in PEM/],
    ['with a key that is none', () => ({ TEST_APPLE_PRIVATE_KEY: 'hunter2' }), /_PRIVATE_KEY is not an RSA key/],
    ['with a locked key', () => ({ TEST_APPLE_PRIVATE_KEY: authority.lockedPrivateKey }), /under its passphrase/],
    ['with somebody else’s key', () => ({ TEST_APPLE_PRIVATE_KEY: other.privateKey }), /is not the key of TEST_APPLE/],
    ['under another intermediate', () => ({ TEST_APPLE_WWDR_CERTIFICATE: other.wwdrCertificate }), /was not issued by/],
  ])('%s stop the start, and no value is told', (_, change, expected) => {
    const problems = problemsOf({ apple: APPLE }, { ...appleSource(), ...change() });
    expect(problems.join('\n')).toMatch(expected);
    expect(problems.join('\n')).not.toMatch(/hunter2|BEGIN/);
  });

  it('for another pass type or team stop the start', () => {
    const apple = { ...APPLE, passTypeIdentifier: 'pass.com.example.other', teamIdentifier: 'ZZZZZZZZZZ' };
    expect(problemsOf({ apple }, appleSource())).toEqual([
      'TEST_APPLE_CERTIFICATE is not for wallet.apple.passTypeIdentifier of brand.json',
      'TEST_APPLE_CERTIFICATE is not of wallet.apple.teamIdentifier of brand.json',
    ]);
  });

  it('of Google are complete or stop the start', () => {
    expect(problemsOf({ google: GOOGLE }, { TEST_GOOGLE_CLIENT_EMAIL: 'a@b.example' }).join()).toMatch(/_PRIVATE_KEY/);
    expect(problemsOf({ google: GOOGLE }, { TEST_GOOGLE_PRIVATE_KEY: account.privateKey }).join()).toMatch(
      /_CLIENT_EMAIL/,
    );
  });

  it('of every brand are told together', () => {
    const brand = (id: string) => ({ id, wallet: { google: { ...GOOGLE, keysEnvPrefix: 'HOME' } } });
    expect(() => checkWalletKeys([brand('one'), brand('two')])).not.toThrow();
  });
});
