/** Kinds of concern about which nobody is contacted before it is known how that is safe (domain.md 2.3). */
const safeContactFirst: readonly string[] = ['domestic', 'child-domestic', 'honour-based', 'forced-marriage'];

/** Whether the form asks first if it is safe to talk, and how to contact them safely. */
export function asksSafeContactFirst(categories: readonly string[]): boolean {
  return categories.some((id) => safeContactFirst.includes(id));
}
