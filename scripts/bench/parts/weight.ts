import { handOver } from '../../../e2e/fixtures/app';
import { newTraveller } from '../../../e2e/fixtures/browser';
import { makePass } from '../../../e2e/fixtures/records';
import type { Part } from '../part';
import { type Weight, weigh } from '../weigh';

/** JavaScript of the pass page, in bytes; 1 kB is 1,000. */
const PASS_PAGE_JS_AIM = 125_000;

/** How much JavaScript, CSS and fonts a first visit loads. */
export const weight: Part = {
  name: 'weight',
  async run(bench) {
    const [app, browser] = await Promise.all([bench.app(), bench.browser()]);
    const context = await browser.newContext();
    await handOver(app, context, newTraveller());
    const { passId } = await makePass(context, app, 'lounge-pair');
    const state = await context.storageState();
    await context.close();
    const pages = { home: '/', hub: '/hubs/MAN', resource: '/resources/N00001', pass: `/passes/${passId}` };
    const weights: { name: string; weight: Weight }[] = [];
    for (const [name, address] of Object.entries(pages)) {
      weights.push({ name, weight: await weigh(browser, app.url + address, state) });
    }
    return [
      {
        title: 'Compressed bytes on a first visit, in kB (1,000 bytes)',
        head: ['', 'JavaScript', 'of it ahead', 'CSS', 'fonts', 'aim'],
        rows: weights.map(({ name, weight }) => [
          name,
          ...[weight.js, weight.jsAhead, weight.css, weight.fonts].map(kilobytes),
          name === 'pass' ? `JavaScript ≤ 125 ${weight.js <= PASS_PAGE_JS_AIM ? 'met' : 'missed'}` : '',
        ]),
        data: weights,
      },
    ];
  },
};

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
