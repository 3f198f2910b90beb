import 'server-only';
import { BrandError, brands } from '@/lib/brand/registry';
import { checkWalletKeys } from '@/lib/brand/wallet-keys';
import { EnvError, env } from '@/lib/env';

/** Reads the configuration and the brands. When either cannot be used, says why and ends the process with status 1. */
export function checkConfiguration(): void {
  try {
    env();
    checkWalletKeys(brands());
  } catch (error) {
    if (!(error instanceof EnvError) && !(error instanceof BrandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
