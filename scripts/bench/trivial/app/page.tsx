type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const LINE = 'Nothing is looked up for this page: it only has to be as long as the one it is compared with.';

/** As many lines as it takes to be as long as another page. */
export default async function TrivialPage({ searchParams }: Props) {
  const { lines } = await searchParams;
  return (
    <main>
      {Array.from({ length: Number(lines) }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing moves on this page.
        <p key={at}>{LINE}</p>
      ))}
    </main>
  );
}
