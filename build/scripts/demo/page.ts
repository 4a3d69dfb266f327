import { styleText } from 'node:util';

const width = 100;

export function heading(text: string): void {
  console.log(`\n${styleText('bold', text)}`);
  console.log(styleText('dim', '─'.repeat(width)));
}

/** At most one line of what somebody wrote. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/** A word on the left that says what the line is, then the line; without the word when it is that of the line before. */
export function line(label: string, text: string): void {
  console.log(`  ${styleText('dim', label.padEnd(10))}${cut(text, width - 12)}`);
}

/** How many, and as many of them as fit on one line. */
export function listed(items: readonly string[]): string {
  if (items.length === 0) return 'none';
  const fitting: string[] = [];
  let length = 18;
  for (const item of items) {
    length += item.length + 3;
    if (length > width - 12) break;
    fitting.push(item);
  }
  const rest = items.length - fitting.length;
  return `${String(items.length).padStart(2)}   ${fitting.join(' · ')}${rest === 0 ? '' : ` · and ${rest} more`}`;
}

export function plain(text: string): void {
  console.log(text);
}

/** One line that is written over while long work goes on; line after line where it cannot be. */
export class Progress {
  readonly #live = process.stdout.isTTY;
  #last = '';

  show(what: string, done: number, total: number): void {
    const filled = total === 0 ? 0 : Math.round((done / total) * 20);
    if (this.#live) {
      process.stdout.write(`\r\u001b[2K  ${'■'.repeat(filled)}${'·'.repeat(20 - filled)}  ${what}`);
    } else if (Math.floor(filled / 5) > Math.floor(Number(this.#last || '-1') / 5) || this.#last === '') {
      console.log(`  ${String(done).padStart(4)} of ${total}  ${what}`);
    }
    this.#last = String(filled);
  }

  end(): void {
    if (this.#live) process.stdout.write('\r\u001b[2K');
  }
}
