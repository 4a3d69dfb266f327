import type { Answer, Failure } from '../../shared/contract/failures.ts';
import type { LogClient } from '../../shared/contract/index.ts';
import type { PracticeId } from '../../shared/domain/ids.ts';

type RaiseForm = Parameters<LogClient['concerns']['raise']>[0];

/** Somebody invented, registered at a practice. */
export function detailsOf(givenName: string, practice: PracticeId | null) {
  return { standing: 'registered' as const, givenName, familyName: 'Exampleton', practice };
}

/** The first minute of a concern about somebody who is added with it. */
export function concernForm(givenName: string, practice: PracticeId | null, what = 'Invented for a test.'): RaiseForm {
  return {
    about: { details: detailsOf(givenName, practice) },
    dangerNow: 'no',
    categories: ['neglect'],
    what,
    know: 'saw-or-heard-it',
    when: 'not-known',
    told: [],
  };
}

/** A session form; whoever is signed in is its supervisor. */
export function sessionForm(supervisee: string): Parameters<LogClient['supervision']['record']>[0] {
  const form: unknown = {
    kind: 'clinical-one-to-one',
    heldOn: '2026-09-30',
    minutes: 60,
    mode: 'in-person',
    supervisees: [supervisee],
    discussed: 'Invented for a test.',
    concerns: [],
    actions: [],
    nextOn: null,
  };
  return form as Parameters<LogClient['supervision']['record']>[0]; // `as`: ids and days are plain text here.
}

/** The failure of an answer that must be one. */
export async function failureOf(answer: Promise<Answer<unknown>>): Promise<Failure> {
  const settled = await answer;
  if (settled.ok) throw new Error('it was let through');
  return settled.failure;
}

/** What went wrong in one word: the problem with the store, else the kind of failure; `none` when nothing did. */
export async function troubleOf(answer: Promise<Answer<unknown>>): Promise<string> {
  const settled = await answer;
  if (settled.ok) return 'none';
  return settled.failure.kind === 'store' ? settled.failure.problem : settled.failure.kind;
}
