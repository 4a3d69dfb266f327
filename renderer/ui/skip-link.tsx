/** The first stop of Tab on every page. */
export function SkipLink({ to }: { readonly to: string }) {
  return (
    <a
      className="nhsuk-skip-link"
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(to)?.focus();
      }}
    >
      Skip to main content
    </a>
  );
}
