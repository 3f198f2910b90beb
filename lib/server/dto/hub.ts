import 'server-only';
import type { Brand } from '@/lib/brand/schema';
import type { Catalog } from '@/lib/catalog/catalog';
import { countryNames } from '@/lib/catalog/country-names';
import type { HubDto, HubSummary } from '@/lib/contract/hubs';
import type { Hub } from '@/lib/domain/hub';
import { imageUrls } from '../images';
import type { Runtime } from '../runtime';

/** A hub as one brand shows it: only the services that the brand offers are counted. */
export function hubSummary(hub: Hub, brand: Brand, catalog: Catalog): HubSummary {
  const modules = hub.modules.filter((module) => brand.modules.includes(module));
  const isWhole = modules.length === hub.modules.length;
  const offered = () => catalog.resourcesOf(hub.hub).filter((resource) => brand.modules.includes(resource.module));
  return {
    hub: hub.hub,
    iata: hub.iata,
    name: hub.name,
    city: hub.city,
    countryCode: hub.countryCode,
    country: countryNames(hub.countryCode)[0] ?? '',
    type: hub.type,
    modules,
    resourceCount: isWhole ? hub.resourceCount : offered().length,
  };
}

export function hubDto(hub: Hub, brand: Brand, catalog: Catalog, runtime: Runtime): HubDto {
  return {
    ...hubSummary(hub, brand, catalog),
    icao: hub.icao,
    timeZone: hub.timeZone,
    latitude: hub.latitude,
    longitude: hub.longitude,
    images: imageUrls(runtime, hub.images),
  };
}
