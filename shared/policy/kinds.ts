import type { PersonId, StaffId } from '../domain/ids.ts';
import type { ContentType, ThreadEvent } from '../events/index.ts';
import type { ThreadKind } from '../events/kinds.ts';
import { concernPolicy } from './concerns.ts';
import { leadsNotesPolicy } from './leads-notes.ts';
import { peoplePolicy } from './people.ts';
import { referralPolicy } from './referrals.ts';
import type { RegisterState } from './register-state.ts';
import { restrictedPolicy } from './restricted.ts';
import { supervisionPolicy } from './supervision.ts';
import type { ThreadPolicy, ThreadState, Verdict } from './thread.ts';

/** The kinds of thread beside the register, each with all that is particular to it. */
export const policies = {
  person: peoplePolicy,
  concern: concernPolicy,
  'leads-notes': leadsNotesPolicy,
  restricted: restrictedPolicy,
  referral: referralPolicy,
  session: supervisionPolicy,
} as const;

export type RecordKind = Exclude<ThreadKind, 'register'>;
export type FactsOf<Kind extends RecordKind> =
  (typeof policies)[Kind] extends ThreadPolicy<Kind, infer Facts, infer _F, infer _L> ? Facts : never;
export type StateOf<Kind extends RecordKind> = ThreadState<Kind, FactsOf<Kind>>;
export type AnyThreadState = { [Kind in RecordKind]: StateOf<Kind> }[RecordKind];

/** A policy with its facts forgotten: safe because facts only ever go back to the policy that made them. */
export interface AnyPolicy {
  readonly kind: RecordKind;
  readonly first: ContentType;
  mayBegin(event: ThreadEvent, register: RegisterState): Verdict;
  begin(event: ThreadEvent): { readonly about: PersonId | null; readonly facts: unknown };
  readonly rules: Readonly<Record<string, (event: ThreadEvent, facts: unknown, register: RegisterState) => Verdict>>;
  readonly steps: Readonly<Record<string, (facts: unknown, event: ThreadEvent) => unknown>>;
  readers(facts: unknown, register: RegisterState): readonly StaffId[];
}

export function policyOf(kind: RecordKind): AnyPolicy {
  return policies[kind] as unknown as AnyPolicy; // `as`: see AnyPolicy.
}

export function policyBegunBy(type: ContentType): AnyPolicy | undefined {
  return (Object.keys(policies) as RecordKind[]).map(policyOf).find(({ first }) => first === type);
}
