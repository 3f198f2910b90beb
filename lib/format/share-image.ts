/** The first picture that may be shown beside a link, with its whole address. Drawings are left out: hardly anybody takes them. */
export function shareImage(images: readonly (string | null)[], origin: string): string | null {
  const raster = images.find((image) => image !== null && /\.(jpe?g|png|webp|gif)$/i.test(pathOf(image, origin)));
  return raster ? new URL(raster, origin).href : null;
}

function pathOf(image: string, origin: string): string {
  return URL.canParse(image, origin) ? new URL(image, origin).pathname : '';
}
