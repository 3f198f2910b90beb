import 'server-only';
import { z } from 'zod';
import type { Context } from './context';
import { hubOf, type VendorHub } from './map/hub';
import { pageSchema, walkPages } from './pages';
import { readableRows } from './rows';
import { PATHS, type VendorLanguage } from './versions';
import { listInputSchema } from './wire/envelope';
import { hubSchema } from './wire/hub';

/** How a list of the catalogue is read. `onCall` hears of every page that is asked for. */
export type ListOptions = { language?: VendorLanguage; onCall?: () => void };

const hubsPageSchema = pageSchema('transportHubs');

export function createHubCalls({ call, log, notice }: Context) {
  return {
    /** Every hub. In another language than the default one: those that have a translation. */
    async listHubs({ language, onCall }: ListOptions = {}): Promise<VendorHub[]> {
      const operation = 'hubs.list';
      const rows = await walkPages({
        operation,
        log,
        idKeys: ['transportHubId'],
        whenCut: 'fail',
        fetchPage: (page) => {
          onCall?.();
          return call({
            operation,
            method: 'GET',
            path: PATHS.hubs,
            input: { ...page, ...(language && { language }) },
            inputSchema: listInputSchema,
            outputSchema: hubsPageSchema,
            isRepeatable: true,
          });
        },
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
