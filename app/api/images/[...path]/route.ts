import { getPicture } from '@/lib/server/picture';

/** Pictures of the sandbox, which stands on a loopback address that no phone can reach. */
export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  return getPicture(request, params);
}
