import 'server-only';
import type { Module } from '@/lib/domain/module';
import type { EPass } from '@/lib/domain/pass';
import type { Context } from './context';
import { DragonPassError } from './errors';
import { ePassOf } from './map/e-pass';
import { PATHS } from './versions';
import { ePassSchema, ePassSearchInputSchema, issueInputSchema } from './wire/e-pass';

export type EPassRequest = {
  module: Module;
  clientUserId: string;
  firstName: string;
  lastName: string;
  /** ISO with an offset. */
  expiresAt: string;
  visits: number;
  /** Empty: every place of the module. */
  resourceIds: string[];
  requestId: string;
};

export type EPassQuestion = { ePassId: string } | { orderId: string };

export function createEPassCalls({ call, profile }: Context) {
  return {
    /** One `clientUserId` is bound to one name: another name is refused with `name-conflict`. */
    async issueEPass(request: EPassRequest): Promise<EPass> {
      const { module, clientUserId, firstName, lastName, expiresAt, visits, resourceIds, requestId } = request;
      const wire = await call({
        operation: 'epass.issue',
        method: 'POST',
        path: PATHS.issueEPass(module),
        input: {
          module,
          clientUserId,
          extra: {
            firstName,
            lastName,
            expirationDate: expiresAt,
            availableUsages: visits,
            allowedResources: { [profile.scopeKey]: resourceIds },
          },
        },
        inputSchema: issueInputSchema,
        outputSchema: ePassSchema,
        isRepeatable: false,
        requestId,
      });
      return ePassOf(wire);
    },

    async getEPass(question: EPassQuestion): Promise<EPass> {
      const operation = 'epass.search';
      const wire = await call({
        operation,
        method: 'POST',
        path: PATHS.searchEPass,
        input: question,
        inputSchema: ePassSearchInputSchema,
        outputSchema: ePassSchema,
        isRepeatable: true,
      });
      const pass = ePassOf(wire);
      const isAsked = 'ePassId' in question ? pass.ePassId === question.ePassId : pass.orderId === question.orderId;
      if (isAsked) return pass;
      // Somebody else's pass must not be shown, whoever mixed them up.
      throw new DragonPassError({ kind: 'unexpected-reply', operation, outcomeUnknown: false, status: 200 });
    },
  };
}
