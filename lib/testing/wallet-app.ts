import type { KeyObject } from 'node:crypto';
import { vi } from 'vitest';
import { openTestApp, type TestApp } from './app';
import { type FakeApplePush, fakeApplePush } from './fake-apple-push';
import { type FakeGoogle, fakeGoogle } from './fake-google';
import { onOneLine, serviceAccountKey, type WalletAuthority, walletAuthority } from './wallet-authority';
import { walletBrands } from './wallet-brands';

export const APPLE_IDS = { passTypeIdentifier: 'pass.com.example.lounge', teamIdentifier: 'A1B2C3D4E5' };
export const SERVICE_EMAIL = 'wallet@layover.iam.gserviceaccount.com';
export const ISSUER_ID = '3388000000022222222';

export type WalletApp = TestApp & {
  authority: WalletAuthority;
  accountKey: KeyObject;
  google: FakeGoogle;
  apple: FakeApplePush;
};

/** The test's server with a default brand that has keys for both wallets, made for this test. */
export async function openWalletApp(): Promise<WalletApp> {
  const brands = walletBrands({
    apple: { ...APPLE_IDS, keysEnvPrefix: 'TEST_APPLE', icon: 'wallet-icon.png', logo: 'wallet-logo.png' },
    google: { issuerId: ISSUER_ID, keysEnvPrefix: 'TEST_GOOGLE' },
  });
  const authority = await walletAuthority(APPLE_IDS);
  const account = serviceAccountKey();
  const variables = {
    BRANDS_DIR: brands.dir,
    // Phones ask for news of a pass over https only.
    APP_URL: 'https://localhost:3000',
    TEST_APPLE_CERTIFICATE: onOneLine(authority.certificate),
    TEST_APPLE_PRIVATE_KEY: onOneLine(authority.privateKey),
    TEST_APPLE_WWDR_CERTIFICATE: onOneLine(authority.wwdrCertificate),
    TEST_GOOGLE_CLIENT_EMAIL: SERVICE_EMAIL,
    TEST_GOOGLE_PRIVATE_KEY: onOneLine(account.privateKey),
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const app = await openTestApp();
  const google = fakeGoogle(account.publicKey);
  const apple = await fakeApplePush(authority.wwdrCertificate);
  return {
    ...app,
    authority,
    accountKey: account.publicKey,
    google,
    apple,
    reset: async () => {
      google.reset();
      apple.reset();
      await app.reset();
    },
    close: async () => {
      google.close();
      await apple.close();
      await app.close();
      vi.unstubAllEnvs();
      brands.remove();
    },
  };
}
