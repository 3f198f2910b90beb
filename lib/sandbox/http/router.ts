import { type ApiProfile, PROFILES } from '../profiles';
import type { Operation } from './operation';

export interface Route {
  readonly operation: Operation;
  readonly profile: ApiProfile;
  readonly params: Record<string, string>;
}

/** Finds operations by method and path under `/api/v1` and `/api/v2`; fixed paths win over those with a placeholder. */
export class Router {
  private readonly fixed = new Map<string, Operation>();
  private readonly open: { pattern: RegExp; key: string; operation: Operation }[] = [];

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) {
      for (const version of operation.versions) {
        const path = `/api/${version}${operation.path}`;
        if (!path.includes('{')) this.fixed.set(`${operation.method} ${path}`, operation);
        else {
          const pattern = new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
          this.open.push({ pattern, key: operation.method, operation });
        }
      }
    }
  }

  find(method: string, path: string): Route | null {
    const profile = path.startsWith('/api/v2/') ? PROFILES.v2 : PROFILES.v1;
    const fixed = this.fixed.get(`${method} ${path}`);
    if (fixed) return { operation: fixed, profile, params: {} };
    for (const { pattern, key, operation } of this.open) {
      const match = key === method ? pattern.exec(path) : null;
      if (match) return { operation, profile, params: { ...match.groups } };
    }
    return null;
  }
}
