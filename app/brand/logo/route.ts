import { brandPicture } from '@/app/brand/picture';
import { currentBrand } from '@/lib/auth/current';

/** The brand's logo; under `/favicon.ico` too, which carries no version. */
export async function GET(request: Request): Promise<Response> {
  const brand = await currentBrand();
  return brandPicture(brand.folder, brand.logo, new URL(request.url).searchParams.has('v'));
}
