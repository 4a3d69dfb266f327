import { z } from '../zod.ts';

/**
 * Every content names the version of its shape. Old versions are never rewritten: a reader that meets one
 * turns it into the newest shape as it reads (upcasting).
 */
export interface ContentBase {
  readonly v: number;
}

export function contentOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ v: z.literal(1), ...shape });
}
