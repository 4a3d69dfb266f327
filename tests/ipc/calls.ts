import type { Call, Group } from '../../shared/contract/call.ts';
import { contract } from '../../shared/contract/index.ts';

/** Every call of the contract by its whole name. */
export const calls: readonly (readonly [name: string, call: Call])[] = Object.entries(contract).flatMap(
  ([group, members]) =>
    Object.entries<Call>(members as Group).map(([name, call]) => [`${group}.${name}`, call] as const),
);

export const namesOf = (when: Call['when']): readonly string[] =>
  calls.filter(([, call]) => call.when === when).map(([name]) => name);

/** Passes no schema, since every input is a strict object, and shows so whether the gate was passed. */
export const noSuchField = { noSuchField: true };

export const role = {
  manager: 'practice-manager',
  lead: 'safeguarding-lead',
  deputy: 'deputy-safeguarding-lead',
  supervisor: 'supervisor',
  worker: 'link-worker',
} as const;
