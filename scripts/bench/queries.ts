/** What people type into the search field: codes, cities, beginnings, other spellings, typos, and things there are not. */
export const QUERIES: readonly string[] = [
  ...['lhr', 'MAN', 'hkg', 'bkk', 'dxb', 'sin', 'jfk', 'cdg', 'fra', 'EGLL', 'nyc', 'tyo', 'xyz'],
  ...['london', 'paris', 'manchester', 'madrid', 'dubai', 'bangkok', 'toronto', 'istanbul', 'new york', 'hong kong'],
  ...['l', 'lo', 'man', 'san', 'ber', 'fran', 'airport', 'international', 'tokyo h', 'hong kong west kowloon'],
  ...['zürich', 'zuerich', 'münchen', 'muenchen', 'são', 'sao paulo', '北京', '羽田', 'москва', 'ソウル'],
  ...['lodnon', 'heatrow', 'istambul', 'bombay', 'saigon', 'peking', 'charles de gaule', '🛫', 'qwertyuiop'],
];
