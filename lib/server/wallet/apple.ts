import 'server-only';
import type { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PKPass } from 'passkit-generator';
import { walletToken } from '@/lib/auth/wallet-token';
import { originOf } from '@/lib/brand/origin';
import type { BrandWithFolder } from '@/lib/brand/registry';
import type { AppleKeys } from '@/lib/brand/wallet-keys';
import type { Payload } from '../answer';
import { NETWORK, type WalletCard } from './card';

export type AppleFile = { bytes: Payload; contentType: string; name: string };

/** One signed pass, or, for several cards, one file that adds them together. */
export async function appleFile(
  brand: BrandWithFolder,
  keys: AppleKeys,
  cards: readonly WalletCard[],
): Promise<AppleFile> {
  const pictures = await picturesOf(brand);
  const [first, ...rest] = cards.map((card) => applePass(brand, keys, card, pictures));
  if (!first) throw new Error('There is no card to make a pass of.');
  const isOne = rest.length === 0;
  const file = isOne ? first : PKPass.pack(first, ...rest);
  return {
    bytes: new Uint8Array(file.getAsBuffer()),
    contentType: file.mimeType,
    name: isOne ? 'pass.pkpass' : 'passes.pkpasses',
  };
}

function applePass(
  brand: BrandWithFolder,
  keys: AppleKeys,
  card: WalletCard,
  pictures: Record<string, Buffer>,
): PKPass {
  const { passTypeIdentifier, teamIdentifier } = keys;
  const { brand: ground, 'on-brand': ink } = brand.theme.light;
  const certificates = { wwdr: keys.wwdrCertificate, signerCert: keys.certificate, signerKey: keys.privateKey };
  const pass = new PKPass({ ...pictures }, certificates, {
    formatVersion: 1,
    serialNumber: card.id,
    passTypeIdentifier,
    teamIdentifier,
    organizationName: brand.name,
    description: `${brand.name}: ${card.title}`,
    logoText: brand.name,
    backgroundColor: rgb(ground),
    foregroundColor: rgb(ink),
    labelColor: rgb(ink),
    // The code opens the door for one traveller: it is not for sending around.
    sharingProhibited: true,
    ...followed(brand, card),
    ...(card.voucher === null && { voided: true }),
  });
  // A ticket has a time and comes up on the lock screen before it; a card is good on any day.
  pass.type = card.kind === 'booking' ? 'eventTicket' : 'storeCard';
  pass.headerFields.push({ key: 'network', value: NETWORK });
  pass.primaryFields.push({ key: 'title', value: card.title });
  const [first, ...others] = card.facts;
  if (first) pass.secondaryFields.push(first);
  // Two on the second line; what remains goes below, where there is room for names.
  pass.secondaryFields.push(...others.slice(0, 1));
  pass.auxiliaryFields.push(...others.slice(1));
  pass.backFields.push(...card.help);
  showCode(pass, card);
  if (card.startsAt) pass.setRelevantDate(new Date(card.startsAt));
  if (card.endsAt) pass.setExpirationDate(new Date(card.endsAt));
  return pass;
}

/** Where the phone asks whether the card has changed. Phones do so over https only, so a server without it offers nothing. */
function followed(brand: BrandWithFolder, card: WalletCard): { webServiceURL?: string; authenticationToken?: string } {
  const origin = originOf(brand);
  if (!origin.startsWith('https:')) return {};
  return {
    webServiceURL: `${origin}/api/wallet/apple`,
    authenticationToken: walletToken({ brandId: brand.id, cardId: card.id }),
  };
}

/** A code that no scanner is known to read stands as text (dragonpass-api 3.6). A void card shows none. */
function showCode(pass: PKPass, { voucher }: WalletCard): void {
  if (!voucher) return;
  const { code, kind } = voucher;
  if (kind !== 'qr') {
    pass.auxiliaryFields.push({ key: 'code', value: code });
    return;
  }
  pass.setBarcodes({
    message: code,
    format: 'PKBarcodeFormatQR',
    messageEncoding: 'iso-8859-1',
    altText: code.match(/.{1,4}/gsu)?.join(' ') ?? code,
  });
}

/** Apple wants three sizes of the icon and scales down; one large picture serves them all. */
async function picturesOf(brand: BrandWithFolder): Promise<Record<string, Buffer>> {
  const read = (name: string) => readFile(path.join(/* turbopackIgnore: true */ brand.folder, name));
  const { icon, logo } = brand.wallet?.apple ?? {};
  const files: Record<string, Buffer> = {};
  if (icon) for (const name of ['icon.png', 'icon@2x.png', 'icon@3x.png']) files[name] = await read(icon);
  if (logo) for (const name of ['logo.png', 'logo@2x.png', 'logo@3x.png']) files[name] = await read(logo);
  return files;
}

/** `#0c2440` as Apple writes colours. */
function rgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}
