import type { Role } from '../domain/roles.ts';
import type { z } from '../zod.ts';
import type { Answer } from './failures.ts';

export type Proof = 'none' | 'recent' | 'always';

declare const answers: unique symbol;

/** One thing that a screen can ask of the store: who may ask at all, what goes in, and what comes out. */
export interface Call<Input extends z.ZodType = z.ZodType, Output = unknown> {
  /** A command wishes to change something; a query looks. */
  readonly kind: 'command' | 'query';
  /** Roles that may call it at all. The record's own rule is `entitled`, asked by the command. */
  readonly roles: 'everyone' | readonly Role[];
  /** Whether it is for a locked or an unlocked log. */
  readonly when: 'locked' | 'unlocked';
  /** A command that is let through also while the log is open to be read only. */
  readonly evenReadOnly: boolean;
  /**
   * Whether the passphrase must have been typed again (`store.prove`): `recent` within the last five minutes, of which
   * unlocking is the first; `always` for this very call, which uses it up: typed after this call was answered with
   * `passphraseNeeded`, and for no other. Without it the answer is `passphraseNeeded`.
   */
  readonly proof: Proof;
  /** The same for the founder on the first day, before the lead has reviewed what they set up. */
  readonly proofAtFirst: Proof;
  readonly input: Input;
  readonly [answers]?: Output;
}

export type InputOf<C> = C extends Call<infer Input> ? z.input<Input> : never;
export type ParsedOf<C> = C extends Call<infer Input> ? z.output<Input> : never;
export type OutputOf<C> = C extends Call<z.ZodType, infer Output> ? Output : never;

export type Group = Readonly<Record<string, Call>>;

interface Options {
  readonly roles?: readonly Role[];
  readonly when?: 'locked';
  readonly evenReadOnly?: true;
  readonly proof?: Exclude<Proof, 'none'>;
  readonly proofAtFirst?: 'recent';
}

function made<Output, Input extends z.ZodType>(
  kind: Call['kind'],
  input: Input,
  options: Options,
): Call<Input, Output> {
  const { roles = 'everyone', when = 'unlocked', evenReadOnly = false, proof = 'none' } = options;
  const { proofAtFirst = proof } = options;
  return { kind, input, roles, when, evenReadOnly, proof, proofAtFirst };
}

/** `command<Output>()(input, options)`: the output's type is named, the input's follows from its schema. */
export function command<Output>() {
  return <Input extends z.ZodType>(input: Input, options: Options = {}) =>
    made<Output, Input>('command', input, options);
}

export function query<Output>() {
  return <Input extends z.ZodType>(input: Input, options: Options = {}) => made<Output, Input>('query', input, options);
}

/** What a renderer or a test holds: the same groups and names, each a function that never throws a failure. */
export type Client<Contract extends Readonly<Record<string, Group>>> = {
  readonly [G in keyof Contract]: {
    readonly [C in keyof Contract[G]]: (input: InputOf<Contract[G][C]>) => Promise<Answer<OutputOf<Contract[G][C]>>>;
  };
};
