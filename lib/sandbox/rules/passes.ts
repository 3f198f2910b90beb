import type { SandboxResource } from '../catalog/model';
import { Refusal } from '../http/refusal';
import type { PassRecord } from '../state/records';

/** `availableUsages` stays the number granted; what is left is the difference [inferred]. */
export function usagesLeft(pass: PassRecord): number {
  return pass.availableUsages - pass.usedUsages;
}

/**
 * 0 pending activation, 1 active, 2 used up, 3 cancelled, 9 expired: `ePassStatus` of v2 [inferred].
 */
export function passStatus(pass: PassRecord, nowMs: number): number {
  if (pass.cancelledAt !== null) return 3;
  if (Date.parse(pass.expiresAt) <= nowMs) return 9;
  if (Date.parse(pass.activatesAt) > nowMs) return 0;
  return usagesLeft(pass) <= 0 ? 2 : 1;
}

export interface Use {
  readonly resource: SandboxResource;
  readonly passengers: number;
  readonly nowMs: number;
  /** When the visit is; the pass must still be valid then. */
  readonly visitMs: number;
}

/** Throws unless the pass lets this party in at this place. */
export function checkPass(pass: PassRecord, { resource, passengers, nowMs, visitMs }: Use): void {
  if (pass.cancelledAt !== null) throw new Refusal('pass-cancelled', 'The E-pass is cancelled.');
  const expiresMs = Date.parse(pass.expiresAt);
  if (expiresMs <= nowMs || expiresMs < visitMs) throw new Refusal('pass-expired', 'The E-pass has expired by then.');
  const activatesMs = Date.parse(pass.activatesAt);
  if (activatesMs > visitMs) throw new Refusal('pass-expired', 'The E-pass is not active yet by then.');
  const isInScope = pass.allowedResources.length === 0 || pass.allowedResources.includes(resource.resourceId);
  if (pass.module !== resource.module || !isInScope) {
    throw new Refusal('resource-not-allowed', 'The E-pass is not valid at this resource.');
  }
  if (usagesLeft(pass) < passengers) throw new Refusal('no-usages-left', 'Not enough usages left on the E-pass.');
}
