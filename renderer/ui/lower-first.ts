/** For words that begin a sentence elsewhere: `By phone` becomes `by phone`, `I am not sure` and `NHS number` stay. */
export function lowerFirst(words: string): string {
  if (/^(I\b|[A-Z]{2})/.test(words)) return words;
  return words.charAt(0).toLowerCase() + words.slice(1);
}
