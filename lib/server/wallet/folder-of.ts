import 'server-only';
import { type BrandWithFolder, brands } from '@/lib/brand/registry';
import type { Brand } from '@/lib/brand/schema';
import { AppError } from '../errors';

/** The brand with its pictures. @throws AppError `not_found` */
export function folderOf(brand: Pick<Brand, 'id'>): BrandWithFolder {
  const found = brands().find(({ id }) => id === brand.id);
  if (!found) throw new AppError('not_found');
  return found;
}
