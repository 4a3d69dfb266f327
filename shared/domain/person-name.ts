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
