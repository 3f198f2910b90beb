import { applePassParamsSchema } from '@/lib/contract/wallet';
import { handleApple } from '@/lib/server/wallet/apple-handler';
import { latestCard } from '@/lib/server/wallet/apple-service';

/** The pass as it is now, signed; crossed out once it opens nothing. */
export const GET = handleApple({ params: applePassParamsSchema }, ({ brand, keys, params, request }) => {
  const ifModifiedSince = request.headers.get('if-modified-since');
  return latestCard(brand, keys, { cardId: params.serialNumber, ifModifiedSince });
});
