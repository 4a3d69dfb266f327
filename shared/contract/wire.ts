import type { OpeningHours } from '../domain/opening-hours.ts';
import type { Waiting } from './concerns.ts';
import type { Answer } from './failures.ts';

/** What travels over the port between a screen and the store process. */
export interface Request {
  readonly id: number;
  /** `group.call`, as the contract names it. */
  readonly call: string;
  readonly input: unknown;
}

export interface Reply {
  readonly id: number;
  readonly answer: Answer<unknown>;
}

/** How far long work has come. Words and numbers only. */
export interface Progress {
  readonly progress: { readonly what: string; readonly done: number; readonly total: number };
}

export type FromStore = Reply | Progress;

/**
 * What the store process tells main after each change: a number, a time and two settings, so that the locked screen and the
 * hourly notification can say that something waits, and main knows when an idle log locks. Nothing that anybody wrote.
 */
export interface ForMain {
  readonly waiting: Waiting;
  readonly idleMinutes: number;
  readonly openingHours: OpeningHours;
}

/** The first message to the store process, sent with its end of the port. */
export interface Begin {
  readonly folder: string;
  readonly profile: string;
}
