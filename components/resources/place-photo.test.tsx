import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PlacePhoto } from './place-photo';

const drawn = (props: Partial<Parameters<typeof PlacePhoto>[0]>) =>
  renderToStaticMarkup(<PlacePhoto src="https://image.dragonpass.com/a.jpg" size="card" {...props} />);

describe('a photo', () => {
  it('of the vendor comes through our optimiser, in sizes to choose from', () => {
    const html = drawn({});
    expect(html).toContain('srcSet="/_next/image?url=https%3A%2F%2Fimage.dragonpass.com%2Fa.jpg');
    expect(html).toContain('sizes="');
    expect(html).toContain('src="/_next/image?');
  });

  it('of any other host, and of our own, is shown as it is', () => {
    for (const src of ['https://elsewhere.example/a.jpg', '/api/images/N00001.svg']) {
      expect(drawn({ src })).toContain(`src="${src}"`);
      expect(drawn({ src })).not.toContain('/_next/image');
    }
  });

  it('has no style attribute, which the page policy refuses', () => {
    expect(drawn({})).not.toContain('style=');
  });

  it('waits until it is near the screen, but for the first', () => {
    expect(drawn({})).toContain('loading="lazy"');
    expect(drawn({ isFirst: true })).toContain('loading="eager"');
    expect(drawn({ isFirst: true }).toLowerCase()).toContain('fetchpriority="high"');
  });

  it('keeps its room, and its words where it cannot be loaded', () => {
    const html = drawn({ alt: 'Lounge, photo 1 of 2' });
    expect(html).toMatch(/width="320" height="180"/);
    expect(html).toContain('role="img" aria-label="Lounge, photo 1 of 2"');
    expect(html).toMatch(/<img [^>]*alt=""/);
  });

  it('is the drawing where the place has none', () => {
    expect(drawn({ src: null })).not.toContain('<img');
    expect(drawn({ src: null })).toContain('#place-art');
  });
});
