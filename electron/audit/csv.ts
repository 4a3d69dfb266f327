/**
 * CSV that opens in a spreadsheet without running: RFC 4180, with the rules of OWASP ASVS 5.0 1.2.10 against formula
 * injection. It is a reading aid; entries.jsonl is the evidence.
 */

// Excel takes UTF-8 for UTF-8 only with a byte order mark.
const BOM = '\ufeff';

// What a spreadsheet may take for a formula: = + - @ and their full-width forms, also behind leading spaces (\s holds
// no-break space and BOM), and a leading tab, CR, LF or NUL, which some importers drop before they look.
const RISKY = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\0]/;

// Every control but tab and LF, and the two that are not characters: some programs drop them silently.
const UNSEEN = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu;

/** C0 controls and DEL have pictures from U+2400; the others have none. */
function picture(unseen: string): string {
  const code = unseen.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

function clean(value: string): string {
  return value.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSEEN, picture);
}

function cell(value: string): string {
  // Judged before cleaning: a NUL must not hide behind its picture.
  const safe = RISKY.test(value) ? `'${clean(value)}` : clean(value);
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * A CSV file: BOM, every cell quoted, rows ended by CRLF. A cell that a spreadsheet could run gets a leading `'`.
 * Write instants in full ISO form, never bare dates: spreadsheets retype those.
 */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * Reads back what `csvFile` writes, and nothing else. Cells keep the `'` of a neutralised formula.
 *
 * @returns null when the text is not in that form.
 */
export function parseCsvFile(text: string): string[][] | null {
  if (!text.startsWith(BOM)) return null;
  const rows: string[][] = [];
  const token = /"([^"]*(?:""[^"]*)*)"(,|\r\n)/y;
  token.lastIndex = BOM.length;
  let row: string[] = [];
  while (token.lastIndex < text.length) {
    const [, quoted, end] = token.exec(text) ?? [];
    if (quoted === undefined) return null;
    row.push(quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return row.length === 0 ? rows : null;
}
