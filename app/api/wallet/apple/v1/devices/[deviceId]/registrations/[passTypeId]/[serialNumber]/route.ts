import { applePushTokenSchema, appleRegistrationParamsSchema } from '@/lib/contract/wallet';
import { handleApple } from '@/lib/server/wallet/apple-handler';
import { registerDevice, unregisterDevice } from '@/lib/server/wallet/apple-service';

/** A phone that added a pass wants to hear of its changes. */
export const POST = handleApple(
  { params: appleRegistrationParamsSchema, body: applePushTokenSchema },
  ({ brand, params: { deviceId, serialNumber: cardId }, body }) =>
    registerDevice({ brand, deviceId, cardId }, body.pushToken),
);

/** The pass was removed from the phone. */
export const DELETE = handleApple(
  { params: appleRegistrationParamsSchema },
  ({ brand, params: { deviceId, serialNumber: cardId } }) => unregisterDevice({ brand, deviceId, cardId }),
);
