import { createHash, X509Certificate } from 'node:crypto';
import { fromBER } from 'asn1js';
import { unzipSync } from 'fflate';
import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { z } from 'zod';

const fieldSchema = z.object({ key: z.string(), label: z.string().optional(), value: z.string() });
const fieldsSchema = z.object({
  headerFields: z.array(fieldSchema).default([]),
  primaryFields: z.array(fieldSchema).default([]),
  secondaryFields: z.array(fieldSchema).default([]),
  auxiliaryFields: z.array(fieldSchema).default([]),
  backFields: z.array(fieldSchema).default([]),
});
const barcodeSchema = z.object({ message: z.string(), format: z.string(), altText: z.string().optional() });

/** `pass.json` as Apple describes it. Strict, so that a test sees everything there is on a pass. */
const passSchema = z.strictObject({
  formatVersion: z.literal(1),
  passTypeIdentifier: z.string(),
  teamIdentifier: z.string(),
  serialNumber: z.string(),
  organizationName: z.string(),
  description: z.string(),
  logoText: z.string(),
  backgroundColor: z.string(),
  foregroundColor: z.string(),
  labelColor: z.string(),
  sharingProhibited: z.boolean(),
  voided: z.boolean().optional(),
  webServiceURL: z.url({ protocol: /^https$/ }).optional(),
  authenticationToken: z.string().min(16).optional(),
  relevantDate: z.string().optional(),
  expirationDate: z.string().optional(),
  barcodes: z.array(barcodeSchema.extend({ messageEncoding: z.string() })).optional(),
  storeCard: fieldsSchema.optional(),
  eventTicket: fieldsSchema.optional(),
});
export type ApplePassJson = z.infer<typeof passSchema>;

export type OpenedPass = { json: ApplePassJson; files: Record<string, Uint8Array>; signedAt: Date | null };

/**
 * Opens a signed pass with other libraries than those that made it, and throws when anything is not as a phone wants it:
 * the archive, the manifest's hash of every file and of no other, and the detached signature up to the given intermediate.
 */
export async function openPass(bytes: Uint8Array, wwdrCertificate: string): Promise<OpenedPass> {
  const { signature, 'manifest.json': manifest, ...files } = unzipSync(bytes);
  if (!signature || !manifest) throw new Error('The archive has no manifest or no signature.');
  checkHashes(manifest, files);
  await checkSignature(signature, manifest, wwdrCertificate);
  const json = passSchema.parse(JSON.parse(new TextDecoder().decode(files['pass.json'])));
  return { json, files, signedAt: signingTime(signature) };
}

/** The passes of a file that adds several at once. */
export function passesOf(bundle: Uint8Array): Uint8Array[] {
  return Object.values(unzipSync(bundle));
}

function checkHashes(manifest: Uint8Array, files: Record<string, Uint8Array>): void {
  const told = z.record(z.string(), z.string()).parse(JSON.parse(new TextDecoder().decode(manifest)));
  const found = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, createHash('sha1').update(bytes).digest('hex')]),
  );
  const same = (record: Record<string, string>) => JSON.stringify(Object.entries(record).sort());
  if (same(told) !== same(found)) throw new Error('The manifest does not name exactly the files there are.');
}

async function checkSignature(signature: Uint8Array, manifest: Uint8Array, wwdrCertificate: string): Promise<void> {
  const signed = signedData(signature);
  const authority = Certificate.fromBER(new Uint8Array(new X509Certificate(wwdrCertificate).raw));
  const result = await signed.verify({
    signer: 0,
    data: new Uint8Array(manifest).buffer,
    trustedCerts: [authority],
    checkChain: true,
    extendedMode: true,
  });
  if (!result.signatureVerified || !result.signerCertificateVerified)
    throw new Error(`The signature is wrong: ${result.message}`);
}

function signedData(signature: Uint8Array): SignedData {
  const parsed = fromBER(new Uint8Array(signature).buffer);
  if (parsed.offset === -1) throw new Error('The signature is not DER.');
  return new SignedData({ schema: new ContentInfo({ schema: parsed.result }).content });
}

/** Apple refuses a signature without its time. */
function signingTime(signature: Uint8Array): Date | null {
  const attributes = signedData(signature).signerInfos[0]?.signedAttrs?.attributes ?? [];
  const found = attributes.find(({ type }) => type === '1.2.840.113549.1.9.5');
  const [time] = found?.values ?? [];
  return time && 'toDate' in time && typeof time.toDate === 'function' ? time.toDate() : null;
}
