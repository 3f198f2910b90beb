import { apiPost } from './api';

export function eraseDataMutation(idempotencyKey: string) {
  return {
    mutationFn: () => apiPost<{ erased: true }>('/api/account/erase', {}, { idempotencyKey }),
  };
}
