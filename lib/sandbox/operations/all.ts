import type { Operation } from '../http/operation';
import { tokenOperation } from '../http/token-operation';
import { availabilityOperations } from './availability';
import { hubOperations } from './hubs';
import { orderOperations } from './orders';
import { passOperations } from './passes';
import { prebookOperations } from './prebook';
import { resourceOperations } from './resources';

export const ALL_OPERATIONS: readonly Operation[] = [
  tokenOperation,
  ...hubOperations,
  ...resourceOperations,
  ...availabilityOperations,
  ...passOperations,
  ...prebookOperations,
  ...orderOperations,
];
