import { z } from 'zod';

/** A file for Apple Wallet. */
export const applePassSchema = z.instanceof(Uint8Array);

/** Where Google Wallet asks whether to save; the answer is a redirect to it. */
export const googleLinkSchema = z.object({ url: z.url({ protocol: /^https$/ }) });

/** Stands after the address of a pass or booking that could not be added to a wallet just now: the page says so. */
export const WALLET_LATER = '?wallet=later#wallets';

export function isWalletLater(search: Record<string, string | string[] | undefined>): boolean {
  return search.wallet === 'later';
}

/**
 * What phones ask of us about passes in Apple's wallet: names and shapes are Apple's ("Adding a Web Service to Update
 * Passes"). `serialNumber` is our own id of a card, `deviceId` a secret the device made for us.
 */
const deviceIdSchema = z.string().regex(/^[\w.-]{1,128}$/);
const passTypeIdSchema = z.string().regex(/^pass\.[A-Za-z0-9.-]{1,200}$/);
const serialNumberSchema = z.string().regex(/^(ps|bk)_[0-9A-Za-z]{22}(-\d{1,2})?$/);

export const applePassParamsSchema = z.object({ passTypeId: passTypeIdSchema, serialNumber: serialNumberSchema });
export const appleDeviceParamsSchema = z.object({ deviceId: deviceIdSchema, passTypeId: passTypeIdSchema });
export const appleRegistrationParamsSchema = applePassParamsSchema.extend({ deviceId: deviceIdSchema });

/** The token becomes part of an address at Apple. */
export const applePushTokenSchema = z.object({ pushToken: z.string().regex(/^[0-9a-fA-F]{1,200}$/) });

/** `passesUpdatedSince` is a `lastUpdated` of ours from before. */
export const appleSinceSchema = z.object({ passesUpdatedSince: z.string().max(100).optional() });

/** What a phone could not make of our answers, in its own words. */
export const appleLogSchema = z.object({ logs: z.array(z.string()) });
