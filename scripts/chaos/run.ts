import { setTimeout as pause } from 'node:timers/promises';
import { Actor } from './actor';
import { compare, type Disagreement } from './compare';
import { type Deployment, startDeployment } from './deployment';
import type { Scene } from './device';
import { Ledger } from './ledger';
import type { Options, SetUp } from './options';
import { Places } from './places';
import { type Random, seeded } from './random';
import { readStore } from './records';
import { settle } from './settle';
import { newTraveller, type Traveller } from './traveller';
import { Troubles } from './troubles';
import { Watch } from './watch';

export type Outcome = {
  setUp: SetUp;
  asked: Record<'book' | 'cancel' | 'change', number>;
  lostAnswers: number;
  kills: number;
  clockSteps: number;
  troubles: Record<string, number>;
  orders: number;
  travellers: number;
  seconds: number;
  settledInSeconds: number;
  disagreements: Disagreement[];
};

const OWN_TRAVELLERS = 3;
/** Intents of one traveller in a run, roughly, before another one is wanted: a person is limited in how fast they may go. */
const INTENTS_EACH = 15;
const SHARED_PER_WORKER = 0.8;
const LOOK_EVERY_MS = 20;
/** Whatever happens, the run comes to an end. */
const LONGEST_MS_EACH = 3_000;
const LONGEST_START_MS = 300_000;
/** How long what is open may take to settle when the vendor is well again, on a busy machine too: it ends as soon as it has. */
const SETTLES_WITHIN_MS = 180_000;

/** One set-up from its start to its judgement. Null where it cannot be had. */
export async function run(setUp: SetUp, options: Options, say: (line: string) => void): Promise<Outcome | null> {
  const deployment = await startDeployment(setUp);
  if (!deployment) return null;
  const stopWith = () => void deployment.stop().finally(() => process.exit(1));
  process.once('SIGINT', stopWith).once('SIGTERM', stopWith);
  try {
    return await runOn(deployment, options, say);
  } finally {
    process.off('SIGINT', stopWith).off('SIGTERM', stopWith);
    await deployment.stop();
  }
}

async function runOn(deployment: Deployment, options: Options, say: (line: string) => void): Promise<Outcome> {
  const { setUp, control } = deployment;
  const startMs = performance.now();
  const scene: Scene = { deployment, watch: new Watch(), ledger: new Ledger() };
  const { ledger, watch } = scene;
  const random = (name: string) => seeded(`${options.seed} ${setUp} ${name}`);
  const troubles = new Troubles(deployment, options.isPatient);
  const { own, shared } = await gather(scene, options, random);
  const travellers = [...own.flat(), ...shared];
  const places = await Places.read(travellers[0]?.devices[0] ?? never());
  say(`${travellers.length} travellers are signed in, each with their passes`);
  const endMs = performance.now() + LONGEST_START_MS + options.operations * LONGEST_MS_EACH;
  const isOn = () => ledger.intents.length < options.operations && performance.now() < endMs;
  const workers = own.map(async (mine, index) => {
    const actor = new Actor(scene, places, mine, shared, random(`worker ${index}`), troubles);
    while (isOn()) await actor.step();
  });
  const kill = async (chance: Random) => {
    await pause(chance.between(0, 500));
    await deployment.kill(chance.between(0, deployment.urls.length - 1));
    say(`${ledger.intents.length} of ${options.operations}; a server was killed and is back`);
  };
  const step = (chance: Random) => deployment.advance(chance.between(3, 11) * 60_000);
  const spread = { scene, operations: options.operations, isOn };
  const [kills, clockSteps] = await Promise.all([
    atMoments({ ...spread, times: options.kills, random: random('kills') }, kill),
    atMoments({ ...spread, times: options.clockSteps, random: random('clock') }, step),
    ...workers,
  ]);
  await troubles.end();
  say('everything was asked; the vendor is well again, and the holds end');
  const { shown, seconds } = await settle(deployment, travellers, SETTLES_WITHIN_MS);
  await deployment.stopServers();
  const [orders, vendorPasses, store] = [
    await control.orders(),
    await control.passes(),
    await readStore(deployment.store),
  ];
  const records = { orders, vendorPasses, shown, ...store };
  const { intents } = ledger;
  return {
    setUp,
    asked: { book: ledger.count('book'), cancel: ledger.count('cancel'), change: ledger.count('change') },
    lostAnswers: ledger.lostAnswers,
    kills,
    clockSteps,
    troubles: Object.fromEntries(troubles.counts),
    orders: orders.length,
    travellers: travellers.length,
    seconds: Math.round((performance.now() - startMs) / 1000),
    settledInSeconds: seconds,
    disagreements: compare({ records, intents, stepsBack: watch.stepsBack, undoneByVenue: troubles.undoneByVenue }),
  };
}

/** Travellers of each worker's own, and those that all of them act for, on two devices each. */
async function gather(scene: Scene, { workers, operations }: Options, random: (name: string) => Random) {
  const each = Math.min(OWN_TRAVELLERS, Math.ceil(operations / (workers * INTENTS_EACH)));
  const newOne = (name: string, devices: number) => newTraveller(scene, name, devices, random(name));
  const several = async (count: number, name: string, devices: (index: number) => number): Promise<Traveller[]> => {
    const made: Traveller[] = [];
    for (let index = 0; index < count; index += 1) made.push(await newOne(`${name}-${index}`, devices(index)));
    return made;
  };
  const own = Array.from({ length: workers }, (_, at) => several(each, `${at}`, (index) => (index === 0 ? 2 : 1)));
  const shared = several(Math.max(2, Math.round(workers * SHARED_PER_WORKER)), 'shared', () => 2);
  return { own: await Promise.all(own), shared: await shared };
}

type Spread = { scene: Scene; operations: number; times: number; random: Random; isOn: () => boolean };

/** Does something so often, spread by chance over the whole of what is asked. Answers how often it came to it. */
async function atMoments(
  { scene, operations, times, random, isOn }: Spread,
  deed: (random: Random) => Promise<unknown>,
): Promise<number> {
  for (let count = 0; count < times; count += 1) {
    const wantedAt = operations * (0.04 + 0.9 * ((count + random.next()) / times));
    while (scene.ledger.intents.length < wantedAt) {
      if (!isOn()) return count;
      await pause(LOOK_EVERY_MS);
    }
    await deed(random);
  }
  return times;
}

function never(): never {
  throw new Error('There is no traveller.');
}
