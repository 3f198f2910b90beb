import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import words from '@/messages/en.failure.json';
import { FailurePage } from './failure-page';

const shown = (error: unknown) => renderToStaticMarkup(<FailurePage error={error} retry={() => undefined} />);

it('says what happened with the reference that the log holds, and leads out by a plain link, with nothing left to load', () => {
  const html = shown(Object.assign(new Error('the cause'), { digest: '1234567' }));
  expect(html).toContain(words.title);
  expect(html).toContain('Reference 1234567');
  expect(html).toMatch(/<a href="\/"[^>]*>Go to the start page<\/a>/);
  expect(html).not.toContain('the cause');
  expect(html).not.toMatch(/<(script|link|img)\b/);
});

it.each([[new Error('without')], ['thrown'], [undefined]])('names no reference where %s has none', (error) => {
  expect(shown(error)).not.toContain('Reference');
});
