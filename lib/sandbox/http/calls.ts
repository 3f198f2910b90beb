import type { OperationName } from './operation';

export interface SeenCall {
  readonly operation: OperationName;
  readonly method: string;
  /** With the query, without the origin. */
  readonly path: string;
  readonly programId: string | null;
  readonly requestId: string | null;
  /** As answered; null while it is under way, or when the connection was cut. */
  status: number | null;
}

const KEPT = 500;

/** What clients have asked, by operation, and the last calls without their bodies. */
export class Calls {
  private counts = new Map<OperationName, number>();
  private recent: SeenCall[] = [];

  see(call: SeenCall): SeenCall {
    this.counts.set(call.operation, (this.counts.get(call.operation) ?? 0) + 1);
    this.recent.push(call);
    if (this.recent.length > KEPT) this.recent.shift();
    return call;
  }

  report(): { total: number; byOperation: Partial<Record<OperationName, number>>; recent: SeenCall[] } {
    return {
      total: [...this.counts.values()].reduce((sum, count) => sum + count, 0),
      byOperation: Object.fromEntries(this.counts),
      recent: this.recent.map((call) => ({ ...call })),
    };
  }

  reset(): void {
    this.counts = new Map();
    this.recent = [];
  }
}
