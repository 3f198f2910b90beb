import type { Operation } from '../http/operation';
import { tokenOperation } from '../http/token-operation';
import { availabilityOperations } from './availability';
import { hubOperations } from './hubs';
import { membershipOperations } from './memberships';
import { orderOperations } from './orders';
import { passOperations } from './passes';
import { prebookOperations } from './prebook';
import { resourceOperations } from './resources';
import { simulationOperations } from './simulations';

export const ALL_OPERATIONS: readonly Operation[] = [
  tokenOperation,
  ...hubOperations,
  ...resourceOperations,
  ...availabilityOperations,
  ...passOperations,
  ...prebookOperations,
  ...orderOperations,
  ...membershipOperations,
  ...simulationOperations,
];
