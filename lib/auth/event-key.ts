import 'server-only';
import { createHmac, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import { sessionSecret } from './secret';

const PURPOSE = 'layover: events for brands';
/** What stands before the 32 secret bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export type EventKey = { privateKey: KeyObject; publicJwk: JWK & { kid: string } };

/**
 * What signs the events that brands are told (EdDSA), made of the server's secret: every process has the same one and none
 * has to be kept. Brands check with the public half; another secret is another `kid`.
 */
export async function eventKey(secret = sessionSecret()): Promise<EventKey> {
  // A key of its own: what is signed here says nothing about what seals a cookie.
  const seed = createHmac('sha256', secret).update(PURPOSE).digest();
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const jwk = await exportJWK(createPublicKey(privateKey));
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, publicJwk: { ...jwk, kid, alg: 'EdDSA', use: 'sig' } };
}
