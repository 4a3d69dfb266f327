/** For words that begin a sentence elsewhere: `By phone` becomes `by phone`. */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
