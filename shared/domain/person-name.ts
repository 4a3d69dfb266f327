interface Named {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly description: string | null;
}

/** How somebody is called in a list; one who is not yet identified by what is known of them. */
export function nameOfPerson({ givenName, familyName, description }: Named): string {
  const name = [givenName, familyName].filter((part) => part !== null).join(' ');
  return name === '' ? (description ?? 'Not yet identified') : name;
}

const titles = new Set(['dr', 'miss', 'mr', 'mrs', 'ms', 'mx', 'prof', 'professor']);

/** `MFO` for `Dr M Fenwick-Oye`: what the locked page could call a colleague, who may choose other initials. */
export function proposedInitials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{L}/u.test(word) && !titles.has(word.toLowerCase().replace('.', '')))
    .map((word) => word.slice(0, 1).toUpperCase())
    .slice(0, 8)
    .join('');
}

// Longer ones are no names but what is known of somebody, of which initials would say nothing.
const mostWords = 4;

/** `L. M.`: enough for whoever knows, and nothing for whoever looks over a shoulder. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  if (words.length === 0 || words.length > mostWords) return 'Somebody without a name';
  return words.map((word) => `${word.slice(0, 1).toUpperCase()}.`).join(' ');
}
