/** A facility in the place's own word; a bare code (`FREE_MASSAGE_10MIN`) is made readable, never dropped. */
export function facilityName(facility: string): string {
  const text = facility.trim();
  if (!/^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(text)) return text;
  const words = text.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
