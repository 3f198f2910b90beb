import 'server-only';
import { SignJWT } from 'jose';
import { originOf } from '@/lib/brand/origin';
import type { BrandWithFolder } from '@/lib/brand/registry';
import type { GoogleKeys } from '@/lib/brand/wallet-keys';
import { NETWORK, type WalletCard } from './card';

/** The brand's icon that fills its square: Google cuts a circle out of it. */
const LOGO_FILE = 'icon-maskable-512.png';

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
  const words = (value: string) => ({ defaultValue: { language: card.locale, value } });
  const isQr = voucher?.kind === 'qr';
  const typed = voucher && !isQr ? [{ key: 'code', label: '', value: voucher.code }] : [];
  return {
    id: googleObjectId(keys, card.id),
    classId: googleClassId(keys, brand.id),
    state: voucher ? 'ACTIVE' : 'INACTIVE',
    cardTitle: words(brand.name),
    subheader: words(NETWORK),
    header: words(card.title),
    ...logoOf(brand),
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

/** Google fetches the picture itself, so it has to be where everybody reaches it. */
function logoOf(brand: BrandWithFolder) {
  const origin = originOf(brand);
  if (brand.iconVersion === null || !origin.startsWith('https:')) return {};
  return { logo: { sourceUri: { uri: `${origin}/brand/icon/${LOGO_FILE}?v=${brand.iconVersion}` } } };
}
