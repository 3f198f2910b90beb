import type { Operation } from '../http/operation';
import { tokenOperation } from '../http/token-operation';
import { hubOperations } from './hubs';
import { resourceOperations } from './resources';

export const ALL_OPERATIONS: readonly Operation[] = [tokenOperation, ...hubOperations, ...resourceOperations];
