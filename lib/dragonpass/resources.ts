import 'server-only';
import { MODULES, type Module } from '@/lib/domain/module';
import type { ResourceDetails, ResourceSummary } from '@/lib/domain/resource';
import type { Context } from './context';
import { DragonPassError } from './errors';
import type { ListOptions } from './hubs';
import { detailsOf, summaryOf } from './map/resource';
import { pageSchema, walkPages } from './pages';
import { readableRows } from './rows';
import { PATHS, type VendorLanguage } from './versions';
import {
  resourceDetailsSchema,
  resourceInputSchema,
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

export type ResourceUpdate = { resourceId: string; updatedAt: string };

export function createResourceCalls(context: Context) {
  const { profile } = context;

  return {
    /** Whether all places can be read in a few calls, and not only hub by hub. */
    listsAllPlaces: profile.wholeResourceListPath !== null,

    /** The places of a hub: of one module, or of all that this product offers. */
    async listResources(vendorHubId: string, module?: Module, options?: ListOptions): Promise<ResourceSummary[]> {
      const { path, query } = profile.resourceList(vendorHubId);
      const list = (each?: Module) => walkList(context, { path, query, vendorHubId, module: each, ...options });
      if (module !== undefined || profile.resourceListTakesNoModule) return list(module);
      return (await Promise.all(MODULES.map(list))).flat();
    },

    /** The places of all hubs in one list; null where the vendor lists them by hub only. */
    async listAllResources(options?: ListOptions): Promise<ResourceSummary[] | null> {
      const path = profile.wholeResourceListPath;
      return path === null ? null : walkList(context, { path, module: MODULES, ...options });
    },

    /** In another language, what has no translation comes in English, or the place is `not-found` where it has none at all. */
    getResource: (resourceId: string, language?: VendorLanguage) => readDetails(context, resourceId, language),

    /** Places changed since an instant; null when this vendor cannot say, and everything must be read again. */
    async listUpdatedResources(sinceAt: string, { onCall }: ListOptions = {}): Promise<ResourceUpdate[] | null> {
      if (profile.resourceUpdatesPath === null) return null;
      try {
        return await walkUpdates(context, profile.resourceUpdatesPath, sinceAt, onCall);
      } catch (error) {
        // The route is a weak guess: a vendor without it is one that cannot say.
        if (error instanceof DragonPassError && NO_SUCH_ROUTE.includes(error.status ?? 0)) return null;
        throw error;
      }
    },
  };
}

async function readDetails(
  { call, profile, notice }: Context,
  resourceId: string,
  language?: VendorLanguage,
): Promise<{ summary: ResourceSummary; details: ResourceDetails }> {
  const operation = 'resources.get';
  const wire = await call({
    operation,
    method: 'GET',
    path: PATHS.resource(resourceId),
    input: language ? { language, ...(profile.hasLanguageFallback && { fallbackAllowed: true }) } : {},
    inputSchema: resourceInputSchema,
    outputSchema: resourceDetailsSchema,
    isRepeatable: true,
  });
  const summary = summaryOf(wire, null, notice);
  if (summary?.resourceId === resourceId) return { summary, details: detailsOf(wire, summary.module, notice) };
  throw new DragonPassError({ kind: 'unexpected-reply', operation, outcomeUnknown: false, status: 200 });
}

type List = ListOptions & {
  path: string;
  query?: Record<string, string>;
  /** Stands in for one that a row under a hub does not repeat. */
  vendorHubId?: string;
  module?: Module | readonly Module[] | undefined;
};

async function walkList({ call, log, notice }: Context, list: List): Promise<ResourceSummary[]> {
  const operation = 'resources.list';
  const { path, query, vendorHubId = null, module, language, onCall } = list;
  const asked = typeof module === 'object' ? [...module] : module;
  const rows = await walkPages({
    operation,
    log,
    idKeys: ['resourceId'],
    whenCut: 'fail',
    fetchPage: (page) => {
      onCall?.();
      return call({
        operation,
        method: 'GET',
        path,
        input: { ...page, ...query, ...(asked !== undefined && { module: asked }), ...(language && { language }) },
        inputSchema: resourceListInputSchema,
        outputSchema: resourcesPageSchema,
        isRepeatable: true,
      });
    },
  });
  return readableRows(rows, resourceSchema, { operation, log }).flatMap(
    (wire) => summaryOf(wire, vendorHubId, notice) ?? [],
  );
}

async function walkUpdates({ call, log }: Context, path: string, sinceAt: string, onCall?: () => void) {
  const operation = 'resources.updates';
  const rows = await walkPages({
    operation,
    log,
    // A place that changed twice may be named twice, and what is newest of it must not be lost.
    idKeys: ['resourceId', 'updatedDate'],
    whenCut: 'fail',
    fetchPage: (page) => {
      onCall?.();
      return call({
        operation,
        method: 'GET',
        path,
        input: { ...page, lastUpdatedDate: sinceAt },
        inputSchema: updatesInputSchema,
        outputSchema: updatesPageSchema,
        isRepeatable: true,
      });
    },
  });
  return readableRows(rows, updateSchema, { operation, log }).map((row) => ({
    resourceId: row.resourceId,
    updatedAt: row.updatedDate,
  }));
}
