// Apart from the schemas, so that pages which read something do not carry the parser of its answers.

export const hubKeys = {
  all: ['hubs'] as const,
  search: (q: string) => ['hubs', 'search', q] as const,
  near: (lat: number, lon: number) => ['hubs', 'near', lat, lon] as const,
};

export const resourceKeys = {
  all: ['resources'] as const,
  times: (resourceId: string, date: string) => ['resources', resourceId, 'times', date] as const,
};

export const passKeys = {
  all: ['passes'] as const,
  one: (passId: string) => ['passes', passId] as const,
};
