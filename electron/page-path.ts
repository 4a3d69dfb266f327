import { z } from '../shared/zod.ts';

const word = '[\\w-]{1,64}';
// As the router writes them: quotation marks around what would else be read as a number, and the dots of a kind of event.
const value = '(?:[\\w.-]|%22){1,80}';

/**
 * A place in the app, as a page names it to come back to: words of ours and ids only. Main keeps it while nobody is signed
 * in, so nothing that anybody typed may fit in.
 */
export const pagePath = z
  .string()
  .max(400)
  .regex(new RegExp(`^/(?:${word}(?:/${word}){0,5})?(?:\\?${word}=${value}(?:&${word}=${value}){0,7})?$`));
