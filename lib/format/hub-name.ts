/**
 * A hub's name beside its city, without what the city and the code say already: `Heathrow` for London Heathrow Airport.
 * Null when nothing is left to say.
 */
export function shortHubName(name: string, city: string): string | null {
  const plain = name.trim();
  if (plain === '' || plain === city) return null;
  const bare = plain.replace(/\s+Airport$/i, '');
  const shorter = bare.replace(/\s+International$/i, '');
  const candidate = shorter.toLowerCase() === city.toLowerCase() ? bare : shorter;
  if (candidate.toLowerCase() === city.toLowerCase()) return plain;
  const rest = candidate.slice(city.length + 1).replace(/^[\s/–-]+/, '');
  const isCityFirst = candidate.toLowerCase().startsWith(`${city.toLowerCase()} `);
  return isCityFirst && !/^international$/i.test(rest) ? rest : candidate;
}
