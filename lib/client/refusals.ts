import type { z } from 'zod';
import type { RefusalDto, refusalBodySchema } from '@/lib/contract/refusals';
import { apiPost } from './api';

export function recordRefusalMutation(passId: string, idempotencyKey: string) {
  return {
    mutationFn: (body: z.input<typeof refusalBodySchema>) =>
      apiPost<RefusalDto>(`/api/passes/${encodeURIComponent(passId)}/refusals`, body, { idempotencyKey }),
  };
}
