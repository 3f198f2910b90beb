import { z } from 'zod';

/** A file for Apple Wallet. */
export const applePassSchema = z.instanceof(Uint8Array);

/** Where Google Wallet asks whether to save; the answer is a redirect to it. */
export const googleLinkSchema = z.object({ url: z.url({ protocol: /^https$/ }) });
