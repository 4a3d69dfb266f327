/** A half as nine groups of four, three to a line, so that a mistyped group is found by its number. */
export function RecoveryCode({ code }: { readonly code: string }) {
  const groups = code.split('-');
  return (
    <p className="recovery-code">
      {groups.map((group, index) => (
        // Groups may be alike; their places are what tells them apart, and never change.
        // oxlint-disable-next-line react/no-array-index-key -- see above
        <span key={index}>
          {group}
          {index < groups.length - 1 && '-'}
        </span>
      ))}
    </p>
  );
}
