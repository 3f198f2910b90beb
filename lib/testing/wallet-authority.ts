import { generateKeyPairSync, KeyObject, webcrypto } from 'node:crypto';
import { Set as Asn1Set, BitString, Integer, Null, Sequence, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  RelativeDistinguishedNames,
} from 'pkijs';

/** Certificates like those Apple gives out, made for one test: an intermediate, and a partner's under it. */
export type WalletAuthority = {
  /** PEM texts. */
  certificate: string;
  privateKey: string;
  /** The same key under a passphrase. */
  lockedPrivateKey: string;
  wwdrCertificate: string;
};

export const PASSPHRASE = 'a passphrase for tests';

const NAMES = { CN: '2.5.4.3', OU: '2.5.4.11', UID: '0.9.2342.19200300.100.1.1' } as const;
const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const DAY_MS = 86_400_000;

/** Valid around today by the machine's clock unless told otherwise. */
export async function walletAuthority(
  ids: { passTypeIdentifier: string; teamIdentifier: string },
  life: { fromMs: number; untilMs: number } = { fromMs: Date.now() - DAY_MS, untilMs: Date.now() + 365 * DAY_MS },
): Promise<WalletAuthority> {
  const authority = await keyPair();
  const partner = await keyPair();
  const wwdr = await certify({ CN: 'Test Worldwide Developer Relations', OU: 'G4' }, authority, {
    issuer: null,
    signer: authority.privateKey,
    life,
    serial: 1,
  });
  const { passTypeIdentifier: type, teamIdentifier: team } = ids;
  const leaf = await certify({ UID: type, CN: `Pass Type ID: ${type}`, OU: team }, partner, {
    issuer: wwdr,
    signer: authority.privateKey,
    life,
    serial: 2,
  });
  const key = KeyObject.from(partner.privateKey);
  return {
    certificate: pem(leaf),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    lockedPrivateKey: key
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE })
      .toString(),
    wwdrCertificate: pem(wwdr),
  };
}

/** A server's own certificate for `localhost`, which it signed itself: its clients are to trust just that. PEM texts. */
export async function serverIdentity(): Promise<{ certificate: string; privateKey: string }> {
  const pair = await keyPair();
  const life = { fromMs: Date.now() - DAY_MS, untilMs: Date.now() + DAY_MS };
  const own = await certify({ CN: 'localhost' }, pair, { issuer: null, signer: pair.privateKey, life, serial: 3 });
  const privateKey = KeyObject.from(pair.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString();
  return { certificate: pem(own), privateKey };
}

/** A service account's key as Google hands it out. */
export function serviceAccountKey(): { privateKey: string; publicKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), publicKey };
}

/** As deployment tools hand a PEM over: on one line. */
export function onOneLine(text: string): string {
  return text.trim().replaceAll('\n', '\\n');
}

type Names = Partial<Record<keyof typeof NAMES, string>>;
type Signing = {
  issuer: Certificate | null;
  signer: CryptoKey;
  life: { fromMs: number; untilMs: number };
  serial: number;
};

async function certify(names: Names, pair: CryptoKeyPair, { issuer, signer, life, serial }: Signing) {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: serial });
  certificate.subject = distinguishedName(names);
  certificate.issuer = issuer?.subject ?? certificate.subject;
  certificate.notBefore.value = new Date(life.fromMs);
  certificate.notAfter.value = new Date(life.untilMs);
  const constraints = new BasicConstraints({ cA: issuer === null });
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints.toSchema().toBER(false) }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey);
  // Signed by hand: the library would leave out the NULL after the algorithm, which others put back and so break the signature.
  const algorithm = new AlgorithmIdentifier({ algorithmId: SHA256_WITH_RSA, algorithmParams: new Null() });
  certificate.signature = algorithm;
  certificate.signatureAlgorithm = algorithm;
  const signed = certificate.encodeTBS().toBER(false);
  const valueHex = await webcrypto.subtle.sign('RSASSA-PKCS1-v1_5', signer, signed);
  certificate.tbsView = new Uint8Array(signed);
  certificate.signatureValue = new BitString({ valueHex });
  return certificate;
}

/** One attribute a level, as Apple writes them; built by hand, since the library would put all on one. */
function distinguishedName(names: Names): RelativeDistinguishedNames {
  const levels = Object.entries(names).map(([name, value]) => {
    const type = NAMES[name as keyof typeof NAMES];
    const entry = new AttributeTypeAndValue({ type, value: new Utf8String({ value }) });
    return new Asn1Set({ value: [entry.toSchema()] });
  });
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: levels }).toBER(false));
}

function keyPair(): Promise<CryptoKeyPair> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  return webcrypto.subtle.generateKey({ ...algorithm, hash: 'SHA-256' }, true, ['sign', 'verify']);
}

function pem(certificate: Certificate): string {
  const base64 = Buffer.from(certificate.toSchema(true).toBER(false)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----\n`;
}
