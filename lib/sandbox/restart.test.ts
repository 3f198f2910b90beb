import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sandboxControl } from './control-client';
import { openSandbox } from './test-client';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const AT = '2026-11-26T10:30';

it('remembers passes, holds, orders, clock and given answers after a restart', async () => {
  const first = await openSandbox({ dataDir });
  await first.control.setClock({ advanceMs: 60_000 });
  await first.control.setSlot({ resourceId: 'N00001', at: AT, capacity: 5 });
  const { ePassId } = await first.issue();
  const held = (await first.ask(ePassId, 'N00001', AT, 2)).text('prebookingToken');
  await first.close();

  const second = await openSandbox({ dataDir });
  const requestId = '3ef5d065-76f8-4d3e-801a-b329d15f461a';
  const order = await second.book(ePassId, held, 1, { requestId });
  expect(order.at('extra', 'usedUsages')).toBe(2);
  expect((await second.control.state()).clockOffsetMs).toBe(60_000);
  await second.close();

  const third = await openSandbox({ dataDir });
  expect((await third.book(ePassId, held, 1, { requestId })).body).toEqual(order.body);
  expect((await third.control.passes())[0]?.usedUsages).toBe(2);
  const { reply } = await third.issue({ user: 'traveller-2' });
  expect(reply.text('orderId') > order.text('orderId')).toBe(true);
  await third.close();
});

it('leaves out a line that a kill cut off, and keeps what stood before it', async () => {
  const first = await openSandbox({ dataDir });
  await first.issue();
  await first.close();
  appendFileSync(path.join(dataDir, 'journal.jsonl'), '[{"in":"passes","key":"1788');
  const second = await openSandbox({ dataDir });
  expect((await second.control.state()).counts.passes).toBe(1);
  await second.close();
  expect(readFileSync(path.join(dataDir, 'journal.jsonl'), 'utf8')).not.toContain('"key":"1788"');
});

it('refuses a second sandbox on the same folder, and lets it in after the first has stopped', async () => {
  const first = await openSandbox({ dataDir });
  await expect(openSandbox({ dataDir })).rejects.toThrow(/in use by process/);
  expect((await first.get('/v1/transportHubs')).status).toBe(200);
  await first.close();
  await (await openSandbox({ dataDir })).close();
});

it('loses nothing that was answered when its process is killed, and the folder is free again', async () => {
  const script = path.join(import.meta.dirname ?? __dirname, '../../scripts/sandbox.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { NODE_ENV: 'test', DATA_DIR: dataDir, SANDBOX_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const controlUrl = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.once('exit', () => reject(new Error(`The sandbox stopped: ${printed}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /control\s+(http:\S+)\n/.exec(printed)?.[1];
      if (url) resolve(url);
    });
  });
  await sandboxControl(controlUrl).setSlot({ resourceId: 'N00001', at: AT, capacity: 0 });
  const stopped = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await stopped;

  // On the port it had: the lock it left behind must not be taken for somebody else's.
  const port = Number(new URL(controlUrl).port);
  const after = await openSandbox({ dataDir: path.join(dataDir, 'sandbox'), port });
  expect((await after.ask(null, 'N00001', AT)).at('available')).toBe(false);
  await after.control.setSlot({ resourceId: 'N00001', at: AT, capacity: null });
  expect((await after.control.state()).counts.passes).toBe(0);
  await after.close();
});
