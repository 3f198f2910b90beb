import { expect, it } from 'vitest';
import { errorBodySchema } from '@/lib/contract/errors';
import { DELETE, GET, PATCH, POST, PUT } from './[...unknown]/route';

const HANDLERS = { DELETE, GET, PATCH, POST, PUT };

it.each(Object.entries(HANDLERS))(
  '%s of what our API does not have is the envelope of a 404',
  async (method, handler) => {
    const request = new Request('http://localhost:3000/api/nothing/here', { method });
    const response = await handler(request, { params: Promise.resolve({ unknown: ['nothing', 'here'] }) });
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(errorBodySchema.parse(await response.json()).error.code).toBe('not_found');
  },
);
