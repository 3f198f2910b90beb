import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';

export function hasOpenSsl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** Has OpenSSL check the signature of a pass up to the given intermediate. Throws when it is not content. */
export function verifyWithOpenSsl(bytes: Uint8Array, wwdrCertificate: string): void {
  const files = unzipSync(bytes);
  const dir = mkdtempSync(path.join(tmpdir(), 'pkpass-'));
  try {
    const file = (name: string, content: Uint8Array | string) => {
      writeFileSync(path.join(dir, name), content);
      return path.join(dir, name);
    };
    const content = file('manifest.json', files['manifest.json'] ?? '');
    const signature = file('signature', files.signature ?? '');
    const authorityFile = file('wwdr.pem', wwdrCertificate);
    const flags = ['-verify', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', path.join(dir, 'out')];
    const what = ['-in', signature, '-content', content, '-CAfile', authorityFile];
    execFileSync('openssl', ['smime', ...flags, ...what], { stdio: 'pipe' });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
