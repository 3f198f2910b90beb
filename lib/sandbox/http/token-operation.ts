import { BOTH, type Operation } from './operation';

/** Listed so that it is routed, counted and struck by faults like the others; the answer comes from `Tokens`, which signs asynchronously. */
export const tokenOperation: Operation = {
  name: 'token',
  method: 'POST',
  path: '/auth/token',
  versions: BOTH,
  isWrite: false,
  run: () => ({ data: null }),
};
