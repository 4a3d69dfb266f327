const characters = 36;
const group = 4;

/** As the log reads it: case, spaces and dashes do not matter, and letters that look like figures are those figures. */
function plain(half: string): string {
  return half
    .replaceAll(/[\s\-\u2010-\u2015\u2212]/gu, '')
    .toUpperCase()
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
}

/** What is wrong with a half that was typed back from paper, and where; null when it is the one that was shown. */
export function differenceFrom(shown: string, typed: string): string | null {
  const [wanted, given] = [plain(shown), plain(typed)];
  if (given === wanted) return null;
  if (given === '') return 'Type this half from your paper';
  if (given.length !== characters)
    return `A half has ${characters} characters, in nine groups of four. You typed ${given.length}`;
  const places = Array.from(wanted, (_, index) => index);
  const at = places.find((index) => given[index] !== wanted[index]) ?? 0;
  return `Group ${Math.floor(at / group) + 1} is not as it was shown. Compare it with your paper`;
}
