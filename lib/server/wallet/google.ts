import 'server-only';
import { SignJWT } from 'jose';
import type { BrandWithFolder } from '@/lib/brand/registry';
import type { GoogleKeys } from '@/lib/brand/wallet-keys';
import type { WalletCard } from './card';

const SAVE_URL = 'https://pay.google.com/gp/v/save/';

/** A pass as Google keeps it. `id` names it there; made of our opaque id, it opens no door. */
export type GoogleObject = { id: string; classId: string; state: 'ACTIVE' | 'INACTIVE' } & Record<string, unknown>;

export function googleObjectId(keys: Pick<GoogleKeys, 'issuerId'>, cardId: string): string {
  return `${keys.issuerId}.${cardId}`;
}

/** One class a brand: all its cards look alike. */
export function googleClassId(keys: Pick<GoogleKeys, 'issuerId'>, brandId: string): string {
  return `${keys.issuerId}.${brandId}`;
}

/** What Google is told of a card. */
export function googleObject(brand: BrandWithFolder, keys: GoogleKeys, card: WalletCard): GoogleObject {
  const { voucher, startsAt, endsAt } = card;
  const isQr = voucher?.kind === 'qr';
  const typed = voucher && !isQr ? [{ key: 'code', label: '', value: voucher.code }] : [];
  return {
    id: googleObjectId(keys, card.id),
    classId: googleClassId(keys, brand.id),
    state: voucher ? 'ACTIVE' : 'INACTIVE',
    cardTitle: words(brand.name),
    header: words(card.title),
    hexBackgroundColor: brand.theme.light.brand,
    textModulesData: [...card.facts, ...typed, ...card.help].map(({ key, label, value }) => ({
      id: key,
      header: label,
      body: value,
    })),
    ...(isQr && { barcode: { type: 'QR_CODE', value: voucher.code, alternateText: voucher.code } }),
    ...((startsAt || endsAt) && {
      validTimeInterval: {
        ...(startsAt && { start: { date: startsAt } }),
        ...(endsAt && { end: { date: endsAt } }),
      },
    }),
  };
}

/**
 * The link that asks the traveller whether to save. It names objects that Google already has: their codes are not in it,
 * as an address is kept in histories and logs.
 */
export async function googleLink(keys: GoogleKeys, origin: string, objectIds: readonly string[]): Promise<string> {
  const payload = { genericObjects: objectIds.map((id) => ({ id })) };
  const token = await new SignJWT({ typ: 'savetowallet', origins: [origin], payload })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(keys.clientEmail)
    .setAudience('google')
    .setIssuedAt()
    .sign(keys.privateKey);
  return SAVE_URL + token;
}

function words(value: string) {
  return { defaultValue: { language: 'en', value } };
}
