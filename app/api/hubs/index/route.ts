import { getHubIndex } from '@/lib/server/hub-index';

export function GET(request: Request): Promise<Response> {
  return getHubIndex(request);
}
