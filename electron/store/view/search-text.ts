// Ids, keys, hashes and times are no words that anybody looks for.
const notWords = /^(?:[\w-]{22}|[A-Za-z0-9+/]{43}=|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)$/;

/** All the words in a content, a line each, whatever its type. */
export function searchText(content: unknown): string {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (!notWords.test(value)) found.push(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(content);
  return found.join('\n');
}
