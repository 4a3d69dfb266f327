interface Place {
  readonly pathname: string;
  readonly search: object;
}

// Neither makes it another form: how much of it is shown, and which box is to be filled in.
const sameForm = ['form', 'box'];

/** Whether the same form stands on the next page: it comes to name its own draft, or shows more of itself. */
export function staysOnForm(current: Place, next: Place, own: string | undefined): boolean {
  if (current.pathname !== next.pathname) return false;
  const [from, to] = [new Map(Object.entries(current.search)), new Map(Object.entries(next.search))];
  if (own !== undefined && to.get('draft') === own) return true;
  return [...from.keys(), ...to.keys()].every((key) => sameForm.includes(key) || from.get(key) === to.get(key));
}
