/** Says on every page that nothing here is real. Small, and never in the way. */
export function SandboxRibbon({ label, text }: { label: string; text: string }) {
  return (
    <aside
      aria-label={label}
      data-sandbox-ribbon
      className="state-border bg-warning-soft px-4 py-1 text-center font-semibold text-13 text-warning"
    >
      <p>{text}</p>
    </aside>
  );
}
