import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ShownUntil } from './shown-until';

const ENDS_MS = Date.parse('2027-03-09T12:00:00Z');
const drawn = (nowMs: number) =>
  renderToStaticMarkup(
    <ShownUntil nowMs={nowMs} endsMs={ENDS_MS} after={<p>It is over</p>}>
      <p>1788</p>
    </ShownUntil>,
  );

describe('ShownUntil', () => {
  it('has the region in which the end will be told from the start, empty, so that it is spoken then', () => {
    expect(drawn(ENDS_MS - 1)).toMatch(/^<div role="status"[^>]*><\/div><p>1788<\/p>$/);
  });

  it('shows what comes after instead, from the very moment', () => {
    expect(drawn(ENDS_MS)).toMatch(/^<div role="status"[^>]*><p>It is over<\/p><\/div>$/);
  });
});
