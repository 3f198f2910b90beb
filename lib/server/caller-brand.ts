import 'server-only';
import { type BrandWithFolder, brandForHost } from '@/lib/brand/registry';
import { AppError } from './errors';
import { hostOf } from './same-origin';

/** The brand of the host that was asked. @throws AppError `not_found` on a host that belongs to no brand */
export function currentBrandOf(request: Request): BrandWithFolder {
  const brand = brandForHost(hostOf(request));
  if (!brand) throw new AppError('not_found');
  return brand;
}
