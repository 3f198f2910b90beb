import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { DataBlock } from './data-block';

it('keeps a text that would end the element inside it', () => {
  const name = '</script><script>alert(1)</script><!--';
  const html = renderToStaticMarkup(<DataBlock data={{ name }} />);
  expect(html.match(/<\/?script/g)).toEqual(['<script', '</script']);
  expect(html).not.toContain('<!--');
  const json = /<script type="application\/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? '';
  expect(JSON.parse(json)).toEqual({ name });
});
