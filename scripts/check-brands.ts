import { brands } from '../lib/brand/registry';

/** Ends the build when a brand cannot be used: broken file, missing logo, or colours that some people could not read. */
try {
  const names = brands().map((brand) => brand.name);
  console.log(`Brands checked: ${names.join(', ')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
