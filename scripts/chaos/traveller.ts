import { passDetailSchema, passListSchema } from '../../lib/contract/passes';
import type { Deployment } from './deployment';
import { Device, type Scene } from './device';
import { OFFERS } from './offers';
import type { Random } from './random';
import { send } from './request';

export type HeldPass = { passId: string; module: number; visits: number };

export type Traveller = {
  clientUserId: string;
  /** Two for those who use a phone and a laptop. */
  devices: Device[];
  passes: HeldPass[];
  /** Bookings that were told to stand, or to be on their way, when last heard of. */
  open: Set<string>;
};

/** Signs a traveller in on so many devices, and gets one pass of each offer, two of the first. */
export async function newTraveller(scene: Scene, name: string, devices: number, random: Random): Promise<Traveller> {
  const clientUserId = `chaos-${name}`;
  const signedIn: Device[] = [];
  for (let count = 0; count < devices; count += 1) {
    signedIn.push(new Device(scene, clientUserId, await signIn(scene.deployment, clientUserId), random));
  }
  const [first] = signedIn;
  if (!first) throw new Error('A traveller needs a device.');
  for (const { id } of [OFFERS[0], ...OFFERS]) {
    const reply = await first.post('/api/passes', { offerId: id });
    if (reply.status !== 201) throw new Error(`A pass was answered ${reply.status}: ${reply.text}`);
    passDetailSchema.parse(JSON.parse(reply.text));
  }
  const list = await first.get('/api/passes', passListSchema);
  const passes = (list?.passes ?? []).map(({ passId, module, visits }) => ({ passId, module, visits: visits.total }));
  return { clientUserId, devices: signedIn, passes, open: new Set() };
}

/** By the partner's signed hand-over, as everybody is. The same session is good at every server. */
async function signIn({ launchToken, urls }: Deployment, clientUserId: string): Promise<string> {
  const traveller = { clientUserId, firstName: 'Ada', lastName: 'Lovelace', email: 'ada@traveller.example' };
  const token = await launchToken('layover', traveller);
  const reply = await send(`${urls[0]}/launch`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }).toString(),
  });
  const [cookie] = reply.cookies.flatMap((line) => line.split(';')[0] ?? []);
  if (reply.status !== 303 || !cookie) throw new Error(`The hand-over was answered ${reply.status}.`);
  return cookie;
}
