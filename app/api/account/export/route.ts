import { accountExportSchema } from '@/lib/contract/account';
import { exportAccount } from '@/lib/server/account-export';
import { Answer } from '@/lib/server/answer';
import { handle } from '@/lib/server/handle';

/** What is kept of the traveller, as a file to save. */
export const GET = handle(
  { response: accountExportSchema, access: 'traveller', limit: 'read' },
  async ({ caller }) =>
    new Answer(await exportAccount(caller), {
      headers: { 'Content-Disposition': `attachment; filename="${caller.brand.id}-data.json"` },
    }),
);
