import 'server-only';
import { z } from 'zod';
import type { Context } from './context';
import { hubOf, type VendorHub } from './map/hub';
import { pageSchema, walkPages } from './pages';
import { readableRows } from './rows';
import { PATHS } from './versions';
import { pageInputSchema } from './wire/envelope';
import { hubSchema } from './wire/hub';

const hubsPageSchema = pageSchema('transportHubs');

export function createHubCalls({ call, log, notice }: Context) {
  return {
    async listHubs(): Promise<VendorHub[]> {
      const operation = 'hubs.list';
      const rows = await walkPages({
        operation,
        log,
        idKey: 'transportHubId',
        fetchPage: (input) =>
          call({
            operation,
            method: 'GET',
            path: PATHS.hubs,
            input,
            inputSchema: pageInputSchema,
            outputSchema: hubsPageSchema,
            isRepeatable: true,
          }),
      });
      return readableRows(rows, hubSchema, { operation, log }).map((wire) => hubOf(wire, notice));
    },

    async getHub(vendorHubId: string): Promise<VendorHub> {
      const wire = await call({
        operation: 'hubs.get',
        method: 'GET',
        path: PATHS.hub(vendorHubId),
        input: {},
        inputSchema: z.object({}),
        outputSchema: hubSchema,
        isRepeatable: true,
      });
      return hubOf(wire, notice);
    },
  };
}
