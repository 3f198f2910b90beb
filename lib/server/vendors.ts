import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import { type Catalog, createCatalog } from '@/lib/catalog/catalog';
import type { Clock } from '@/lib/domain/clock';
import { createDragonPassClient, type DragonPassClient } from '@/lib/dragonpass/client';
import type { DragonPassEvent } from '@/lib/dragonpass/events';
import { DEFAULT_LANGUAGE, vendorLanguageOf } from '@/lib/dragonpass/versions';
import { brandCredentials, type DragonPassConfig } from '@/lib/env';
import { SHIPPED_LOCALES } from '@/lib/i18n/locale';
import type { Store } from '@/lib/store/db';
import { logger } from './log';

/** The vendor as one brand sees it. Brands under the same program and credentials share one. */
export type Vendor = { client: DragonPassClient; catalog: Catalog };

export type Vendors = {
  of(brand: Brand): Vendor;
  all(): Vendor[];
  stop(): void;
};

type Options = { config: DragonPassConfig; baseUrl: string; store: Store; clock: Clock; timeoutMs?: number };

/** What the vendor is asked for beside English: the languages that the app itself speaks. */
const TRANSLATIONS = [...new Set(SHIPPED_LOCALES.map(vendorLanguageOf))].flatMap((language) =>
  language === null || language === DEFAULT_LANGUAGE ? [] : [language],
);

/** One client and one catalogue for each program and set of credentials, made when a brand first needs them. */
export function createVendors(options: Options): Vendors {
  const made = new Map<string, Vendor>();
  const of = (brand: Brand): Vendor => {
    const scope = scopeOf(options.config, brand);
    const vendor = made.get(scope) ?? createVendor(options, brand, scope);
    made.set(scope, vendor);
    return vendor;
  };
  return {
    of,
    all: () => [...made.values()],
    stop: () => {
      for (const { catalog } of made.values()) catalog.stop();
    },
  };
}

function createVendor({ config, baseUrl, store, clock, timeoutMs }: Options, brand: Brand, scope: string): Vendor {
  const prefix = brand.dragonpass?.credentialsEnvPrefix;
  const client = createDragonPassClient({
    baseUrl,
    version: config.version,
    programId: programOf(config, brand),
    auth: prefix ? brandCredentials(prefix) : config.auth,
    // Tokens live by the machine's clock, also when the sandbox's has been moved.
    clock: Date.now,
    log: logEvent,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  const log = (event: object) => logger().info(event, 'catalogue');
  return { client, catalog: createCatalog({ client, store, scope, clock, log, languages: TRANSLATIONS }) };
}

/** What the catalogue was read from. The embedded sandbox has another port each time and is still the same vendor. */
function scopeOf(config: DragonPassConfig, brand: Brand): string {
  const credentials = brand.dragonpass?.credentialsEnvPrefix ?? '';
  return [config.version, config.baseUrl ?? 'sandbox', programOf(config, brand), credentials].join(' ');
}

function programOf(config: DragonPassConfig, brand: Brand): string {
  return brand.dragonpass?.programId ?? config.programId;
}

function logEvent(event: DragonPassEvent): void {
  const isFine = event.event === 'call' && event.result === 'ok';
  logger()[isFine ? 'debug' : 'warn'](event, 'dragonpass');
}
