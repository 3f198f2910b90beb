import 'server-only';
import { z } from 'zod';
import { MODULES, type Module } from '@/lib/domain/module';
import type { ResourceDetails, ResourceSummary } from '@/lib/domain/resource';
import type { Context } from './context';
import { DragonPassError } from './errors';
import { detailsOf, summaryOf } from './map/resource';
import { pageSchema, walkPages } from './pages';
import { readableRows } from './rows';
import { PATHS } from './versions';
import {
  resourceDetailsSchema,
  resourceListInputSchema,
  resourceSchema,
  updateSchema,
  updatesInputSchema,
} from './wire/resource';

/** The list is flat, or stands in a group beside those of other kinds of place (0.2). */
const resourcesPageSchema = pageSchema('resources', (resources) =>
  typeof resources === 'object' && resources !== null && 'transportHubResources' in resources
    ? resources.transportHubResources
    : resources,
);
const updatesPageSchema = pageSchema('resources');

/** Statuses by which a vendor says that it has no such route. */
const NO_SUCH_ROUTE = [404, 405, 501];

export function createResourceCalls(context: Context) {
  const { call, profile, notice } = context;

  return {
    /** The places of a hub: of one module, or of all that this product offers. */
    async listResources(vendorHubId: string, module?: Module): Promise<ResourceSummary[]> {
      if (module !== undefined || profile.resourceListTakesNoModule) return listOneModule(context, vendorHubId, module);
      const lists = await Promise.all(MODULES.map((each) => listOneModule(context, vendorHubId, each)));
      return lists.flat();
    },

    async getResource(resourceId: string): Promise<{ summary: ResourceSummary; details: ResourceDetails }> {
      const operation = 'resources.get';
      const wire = await call({
        operation,
        method: 'GET',
        path: PATHS.resource(resourceId),
        input: {},
        inputSchema: z.object({}),
        outputSchema: resourceDetailsSchema,
        isRepeatable: true,
      });
      const summary = summaryOf(wire, null, notice);
      if (summary?.resourceId === resourceId) return { summary, details: detailsOf(wire, summary.module, notice) };
      throw new DragonPassError({ kind: 'unexpected-reply', operation, outcomeUnknown: false, status: 200 });
    },

    /** Places changed since an instant; null when this vendor cannot say, and everything must be read again. */
    async listUpdatedResources(sinceAt: string): Promise<{ resourceId: string; updatedAt: string }[] | null> {
      if (profile.resourceUpdatesPath === null) return null;
      try {
        return await walkUpdates(context, profile.resourceUpdatesPath, sinceAt);
      } catch (error) {
        // The route is a weak guess: a vendor without it is one that cannot say.
        if (error instanceof DragonPassError && NO_SUCH_ROUTE.includes(error.status ?? 0)) return null;
        throw error;
      }
    },
  };
}

async function listOneModule(
  { call, profile, log, notice }: Context,
  vendorHubId: string,
  module?: Module,
): Promise<ResourceSummary[]> {
  const operation = 'resources.list';
  const { path, query } = profile.resourceList(vendorHubId);
  const rows = await walkPages({
    operation,
    log,
    idKey: 'resourceId',
    fetchPage: (page) =>
      call({
        operation,
        method: 'GET',
        path,
        input: { ...query, ...page, ...(module === undefined ? {} : { module }) },
        inputSchema: resourceListInputSchema,
        outputSchema: resourcesPageSchema,
        isRepeatable: true,
      }),
  });
  return readableRows(rows, resourceSchema, { operation, log }).flatMap(
    (wire) => summaryOf(wire, vendorHubId, notice) ?? [],
  );
}

async function walkUpdates({ call, log }: Context, path: string, sinceAt: string) {
  const operation = 'resources.updates';
  const rows = await walkPages({
    operation,
    log,
    idKey: 'resourceId',
    fetchPage: (page) =>
      call({
        operation,
        method: 'GET',
        path,
        input: { ...page, lastUpdatedDate: sinceAt },
        inputSchema: updatesInputSchema,
        outputSchema: updatesPageSchema,
        isRepeatable: true,
      }),
  });
  return readableRows(rows, updateSchema, { operation, log }).map((row) => ({
    resourceId: row.resourceId,
    updatedAt: row.updatedDate,
  }));
}
