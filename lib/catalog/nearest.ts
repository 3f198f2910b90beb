import 'server-only';
import { distanceKm } from './distance';

type Position = { latitude: number | null; longitude: number | null };
type Way = { place: number; distanceKm: number };

const RADIANS = Math.PI / 180;

/**
 * For each place that is not served, by number: the nearest one that is, and how far. Places are compared as points on a
 * sphere, which is some twenty times as fast as by their distance: there are two million pairs.
 */
export function nearestOf(positions: readonly Position[], isServed: (place: number) => boolean): Map<number, Way> {
  const points = positions.map(pointOf);
  const served = points.flatMap((point, place) => (point && isServed(place) ? { place, point } : []));
  const found = new Map<number, Way>();
  for (const [place, point] of points.entries()) {
    const from = positions[place];
    if (!point || !from || isServed(place)) continue;
    const nearest = nearestTo(point, served);
    const to = nearest === undefined ? undefined : positions[nearest];
    if (nearest === undefined || !isKnown(from) || !to || !isKnown(to)) continue;
    found.set(place, { place: nearest, distanceKm: shownKm(distanceKm(from, to)) });
  }
  return found;
}

/** As precise as anybody is told: a tenth below ten kilometres. */
export function shownKm(km: number): number {
  return km < 10 ? Math.round(km * 10) / 10 : Math.round(km);
}

type Point = readonly [number, number, number];

function nearestTo(from: Point, served: readonly { place: number; point: Point }[]): number | undefined {
  let nearest: number | undefined;
  let best = Number.NEGATIVE_INFINITY;
  for (const { place, point } of served) {
    const closeness = from[0] * point[0] + from[1] * point[1] + from[2] * point[2];
    if (closeness <= best) continue;
    best = closeness;
    nearest = place;
  }
  return nearest;
}

function pointOf(position: Position): Point | undefined {
  if (!isKnown(position)) return undefined;
  const [latitude, longitude] = [position.latitude * RADIANS, position.longitude * RADIANS];
  return [Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)];
}

function isKnown(position: Position): position is { latitude: number; longitude: number } {
  return position.latitude !== null && position.longitude !== null;
}
