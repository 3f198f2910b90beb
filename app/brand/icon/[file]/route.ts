import { brandPicture } from '@/app/brand/picture';
import { currentBrand } from '@/lib/auth/current';
import { ICONS } from '@/lib/brand/icons';

type Props = { params: Promise<{ file: string }> };

/** One of the pictures that an installed app wears. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const [brand, { file }] = await Promise.all([currentBrand(), params]);
  const icon = brand.iconVersion === null ? undefined : ICONS.find((one) => one.file === file);
  if (!icon) return new Response('Not found\n', { status: 404 });
  return brandPicture(brand.folder, icon.file);
}
