/** Facts about the page for machines (schema.org). Data, not a script: the page policy has nothing to allow. */
export function DataBlock({ data }: { data: object }) {
  // A place's own text could end the element; as an escape, `<` means the same to whoever reads the data.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: text inside a script element is taken as it is, so JSON cannot be written as a child.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
