import type { SandboxHub, SandboxResource } from '../catalog/model';
import { hash } from '../catalog/seeded';

interface Palette {
  readonly dark: string;
  readonly sky: string;
  readonly floor: string;
}

/** Day, evening, night and morning rooms. */
const PALETTES: readonly [Palette, ...Palette[]] = [
  { dark: '#16314f', sky: '#7fb2d6', floor: '#d7c39c' },
  { dark: '#3a4a3f', sky: '#cfe3d1', floor: '#8fa38f' },
  { dark: '#241a3a', sky: '#4b3b78', floor: '#b49ad0' },
  { dark: '#4a2c1d', sky: '#f2b880', floor: '#c98f65' },
  { dark: '#143c45', sky: '#9ad4d6', floor: '#e8d8c3' },
  { dark: '#3d2436', sky: '#e6b8c8', floor: '#c79aa8' },
  { dark: '#1f2a44', sky: '#f5d491', floor: '#8f9bb3' },
  { dark: '#26352f', sky: '#a9c7e8', floor: '#cdbfa4' },
];

const PLANE = 'l44-7c6-1 8 4 3 6l-12 4-16 20h-6l7-17-17 3-5 6h-4l4-12z';

function frame(palette: Palette, inside: string, label: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="960" height="540" role="img" aria-label="${label}"><rect width="320" height="180" fill="${palette.dark}"/>${inside}</svg>`;
}

const rect = (x: number, y: number, width: number, height: number, fill: string, rest = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${rest}/>`;

/** A band of windows with mullions and, seen through it, an aircraft. */
function windows(palette: Palette, seed: number): string {
  const first = 32 + (seed % 40);
  const bars = [0, 80, 160, 240].map((step) => rect(first + step, 18, 3, 88, palette.dark)).join('');
  const plane = `<path d="M${90 + (seed % 120)} ${54 + (seed % 24)}${PLANE}" fill="#fff" opacity=".85"/>`;
  return `${rect(0, 18, 320, 88, palette.sky)}<g opacity=".55">${bars}</g>${plane}`;
}

function sofa(x: number, y: number, width: number): string {
  return `${rect(x + 8, y, width - 16, 40, '#fff', 'rx="14" opacity=".9"')}${rect(x, y + 14, width, 30, '#fff', 'rx="12"')}`;
}

function lounge(palette: Palette, seed: number): string {
  const left = 16 + (seed % 24);
  const lamp = `<circle cx="${left + 136}" cy="140" r="13" fill="#fff" opacity=".7"/>`;
  return `${windows(palette, seed)}${rect(0, 130, 320, 50, palette.floor)}${sofa(left, 108, 100)}${sofa(left + 172, 112, 78)}${lamp}`;
}

/** Posts and tapes that lead to a gate, with an arrow on the floor. */
function lane(palette: Palette, seed: number): string {
  const posts = [40, 104, 168, 232, 296]
    .map((x) => `${rect(x, 84, 5, 62, '#fff')}${rect(x - 5, 142, 15, 6, '#fff')}`)
    .join('');
  const tape = `<path d="M42 94h256M42 108h256" stroke="#fff" stroke-width="4" opacity=".6"/>`;
  const sign = `${rect(92, 22, 136, 34, '#fff', 'rx="8"')}<path d="M${116 + (seed % 12)} 39h70m-14-10 14 10-14 10" fill="none" stroke="${palette.dark}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>`;
  const floor = `${rect(0, 120, 320, 60, palette.floor)}<path d="M132 172l28-30 28 30" fill="none" stroke="#fff" stroke-width="8" opacity=".7"/>`;
  return `${rect(0, 66, 320, 54, palette.sky)}${floor}${tape}${posts}${sign}`;
}

/** A laid table under lamps. */
function restaurant(palette: Palette, seed: number): string {
  const lamps = [70, 160, 250]
    .map(
      (x) =>
        `${rect(x - 1, 18, 2, 26, '#fff', 'opacity=".7"')}<path d="M${x - 16} 58a16 14 0 0 1 32 0z" fill="#fff" opacity=".9"/>`,
    )
    .join('');
  const plates = [92, 228]
    .map(
      (x) =>
        `<ellipse cx="${x}" cy="122" rx="34" ry="9" fill="#fff"/><ellipse cx="${x}" cy="120" rx="20" ry="5" fill="${palette.sky}"/>`,
    )
    .join('');
  const glass = `<path d="M${150 + (seed % 14)} 92h18l-3 22a6 6 0 0 1-12 0z" fill="#fff" opacity=".75"/>`;
  return `${rect(0, 18, 320, 92, palette.sky)}${lamps}${rect(0, 116, 320, 64, palette.floor)}${rect(36, 126, 248, 12, '#fff', 'rx="6" opacity=".55"')}${glass}${plates}`;
}

/** A counter with cups. */
function counter(palette: Palette, seed: number): string {
  const cups = [86, 140, 194]
    .map(
      (x) =>
        `${rect(x, 92, 26, 28, '#fff', 'rx="5"')}<path d="M${x + 26} 98h8v12h-8" fill="none" stroke="#fff" stroke-width="4"/>`,
    )
    .join('');
  const stripes = [0, 1, 2, 3, 4, 5, 6, 7].map((step) => rect(step * 40, 18, 20, 22, '#fff', 'opacity=".55"')).join('');
  const steam = `<path d="M${98 + (seed % 3) * 54} 84c-5-6 5-10 0-18" fill="none" stroke="#fff" stroke-width="3" opacity=".7"/>`;
  return `${rect(0, 18, 320, 102, palette.sky)}${stripes}${steam}${cups}${rect(0, 120, 320, 60, palette.floor)}${rect(0, 120, 320, 8, '#fff', 'opacity=".6"')}`;
}

/** A terminal under a long roof, with a tower. */
function terminal(palette: Palette, seed: number): string {
  const tower = 232 + (seed % 40);
  return `${rect(0, 0, 320, 130, palette.sky)}<path d="M${60 + (seed % 60)} 34${PLANE}" fill="#fff" opacity=".9"/><path d="M0 104c60-34 150-34 212 0v28H0z" fill="${palette.dark}"/><path d="M14 112c50-22 130-22 184 0" fill="none" stroke="#fff" stroke-width="4" opacity=".6"/>${rect(tower, 62, 12, 70, palette.dark)}<path d="M${tower - 12} 46h36l-6 20h-24z" fill="${palette.dark}"/>${rect(0, 130, 320, 50, palette.floor)}${rect(0, 152, 320, 4, '#fff', 'opacity=".7"')}`;
}

/** A train under an arched hall. */
function station(palette: Palette, seed: number): string {
  const nose = 210 + (seed % 50);
  const ribs = [0, 1, 2, 3]
    .map(
      (step) =>
        `<path d="M${step * 14} 140a${160 - step * 14} ${124 - step * 14} 0 0 1 ${320 - step * 28} 0" fill="none" stroke="${palette.dark}" stroke-width="3" opacity=".5"/>`,
    )
    .join('');
  return `${rect(0, 0, 320, 140, palette.sky)}${ribs}<path d="M0 92h${nose - 40}c24 0 40 14 48 34 2 6-2 10-8 10H0z" fill="#fff"/>${rect(0, 102, nose - 40, 14, palette.dark)}${rect(0, 140, 320, 40, palette.floor)}${rect(0, 146, 320, 4, '#fff', 'opacity=".8"')}`;
}

/** A ship at a quay. */
function port(palette: Palette, seed: number): string {
  const x = 40 + (seed % 60);
  return `${rect(0, 0, 320, 124, palette.sky)}<path d="M${x} 104h196l-24 32H${x + 22}z" fill="#fff"/>${rect(x + 44, 78, 120, 26, '#fff', 'opacity=".9"')}${rect(x + 62, 56, 70, 22, '#fff', 'opacity=".8"')}${rect(x + 96, 34, 18, 22, palette.dark)}${rect(0, 130, 320, 50, palette.floor)}<path d="M0 146q20-8 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0" fill="none" stroke="#fff" stroke-width="4" opacity=".6"/>`;
}

const PLACE_SCENES = { 1: lounge, 2: lane, 3: restaurant, 4: counter } as const;
const PLACE_LABELS = { 1: 'Lounge', 2: 'Fast Track lane', 3: 'Restaurant', 4: 'Counter' } as const;
const HUB_SCENES = { 1: terminal, 2: station, 3: port } as const;
const HUB_LABELS = { 1: 'Airport terminal', 2: 'Railway station', 3: 'Port' } as const;

/** Places of the vendor's samples wear the colours of the design. */
const FIXED_PALETTES: Readonly<Record<string, number>> = { N00001: 0, C00001: 1, N00003: 2 };

function paletteOf(id: string, seed: number): Palette {
  return PALETTES[FIXED_PALETTES[id] ?? seed % PALETTES.length] ?? PALETTES[0];
}

export function drawPlace(resource: SandboxResource, view: number): string {
  const module = resource.module as 1 | 2 | 3 | 4;
  const palette = paletteOf(resource.resourceId, hash(resource.resourceId));
  return frame(palette, PLACE_SCENES[module](palette, hash(`${resource.resourceId} ${view}`)), PLACE_LABELS[module]);
}

export function drawHub(hub: SandboxHub, view: number): string {
  const palette = paletteOf(hub.transportHubId, hash(hub.transportHubId));
  return frame(palette, HUB_SCENES[hub.type](palette, hash(`${hub.transportHubId} ${view}`)), HUB_LABELS[hub.type]);
}
