import { appleLogSchema } from '@/lib/contract/wallet';
import { handleApple } from '@/lib/server/wallet/apple-handler';
import { noteComplaints } from '@/lib/server/wallet/apple-service';

/** What phones could not make of our answers. Apple sends no token with it. */
export const POST = handleApple({ body: appleLogSchema }, async ({ brand, body }) => noteComplaints(brand, body.logs));
