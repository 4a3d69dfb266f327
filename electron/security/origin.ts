/** The one place that says where our pages come from. No other code reads or writes an origin. */
export const scheme = 'app';
const host = 'log';

export const startUrl = `${scheme}://${host}/index.html`;

/** Whether a URL is one of our own pages or their files. Anything that does not parse is not. */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host: from, username, password } = new URL(url);
  return protocol === `${scheme}:` && from === host && username === '' && password === '';
}
