// What stands behind a `?` in a page's address. Ids and words of ours only: an address never holds what somebody typed.

type Search = Readonly<Record<string, unknown>>;

function textAt(search: Search, key: string): string | undefined {
  const value = search[key];
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined;
}

/**
 * Takes the named keys out of an address, each an id or a word of ours, and nothing else.
 *
 * @example validateSearch: idsIn('person', 'draft')
 */
export function idsIn<Key extends string>(...keys: readonly Key[]) {
  return (search: Search): { readonly [K in Key]?: string } => {
    const found = keys.flatMap((key) => {
      const value = textAt(search, key);
      return value === undefined ? [] : [[key, value] as const];
    });
    return Object.fromEntries(found) as { readonly [K in Key]?: string }; // `as`: only those keys were taken.
  };
}
