import { appleDeviceParamsSchema, appleSinceSchema } from '@/lib/contract/wallet';
import { handleApple } from '@/lib/server/wallet/apple-handler';
import { changedCards } from '@/lib/server/wallet/apple-service';

/** Which passes of a phone have changed; the phone is known by the id it made for us. */
export const GET = handleApple(
  { params: appleDeviceParamsSchema, query: appleSinceSchema },
  ({ brand, params, query }) => changedCards(brand, params.deviceId, query.passesUpdatedSince),
);
