import type { Instant } from '../domain/calendar.ts';
import type { StaffId } from '../domain/ids.ts';
import { rolesOfTwo } from '../domain/roles.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../events/index.ts';
import type { supervisionEvents } from '../events/supervision.ts';
import { holdsRole, isActive, type RegisterState } from './register-state.ts';
import type { ThreadPolicy, Verdict } from './thread.ts';

export interface Signature {
  readonly by: StaffId;
  readonly at: Instant;
  readonly agrees: boolean;
  readonly disagreement: string | undefined;
}

export interface SessionFacts {
  readonly recorded: Omit<ContentOf<'session.recorded'>, 'v'>;
  readonly recordedAt: Instant;
  readonly signatures: readonly Signature[];
  readonly comments: readonly { readonly by: StaffId; readonly at: Instant; readonly comment: string }[];
}

export function attendeesOf({ recorded }: Pick<SessionFacts, 'recorded'>): readonly StaffId[] {
  return [recorded.supervisor, ...recorded.supervisees];
}

/** Those who were there and have not signed. */
export function unsignedBy(facts: SessionFacts): readonly StaffId[] {
  return attendeesOf(facts).filter((staff) => !facts.signatures.some(({ by }) => by === staff));
}

function mayRecord({ actor, content }: ThreadEvent<'session.recorded'>, register: RegisterState): Verdict {
  const attendees = attendeesOf({ recorded: content });
  if (actor !== content.supervisor) return 'The supervisor of the session records it.';
  if (!holdsRole(register, actor, rolesOfTwo)) return 'Only a supervisor or safeguarding lead can record a session.';
  if (new Set(attendees).size !== attendees.length) return 'Somebody is named twice. Nobody supervises themselves.';
  if (!attendees.every((staff) => isActive(register, staff))) return 'Somebody named here does not work here.';
  const owners = content.actions.map(({ owner }) => owner);
  if (!owners.every((owner) => attendees.includes(owner))) return 'Choose somebody who was there to do each action.';
  const noted = (content.concernNotes ?? []).map(({ concern }) => concern);
  return noted.every((concern) => content.concerns.includes(concern))
    ? null
    : 'Write notes only about concerns that were discussed in this session.';
}

type Later = Exclude<keyof typeof supervisionEvents & ContentType, 'session.recorded'>;

export const supervisionPolicy: ThreadPolicy<'session', SessionFacts, 'session.recorded', Later> = {
  kind: 'session',
  first: 'session.recorded',
  mayBegin: mayRecord,
  begin: ({ at, content: { v: _, ...recorded } }) => ({
    about: null,
    facts: { recorded, recordedAt: at, signatures: [], comments: [] },
  }),
  rules: {
    'session.signed': ({ actor, content }, facts) => {
      if (!attendeesOf(facts).includes(actor)) return 'Only those who were there can sign this session.';
      if (facts.signatures.some(({ by }) => by === actor)) return 'You have signed this session already.';
      return content.agrees || content.disagreement !== undefined ? null : 'Enter what you see differently.';
    },
    'session.commented': ({ actor }, facts) =>
      attendeesOf(facts).includes(actor) ? null : 'Only those who were there can comment on this session.',
  },
  steps: {
    'session.signed': (facts, { actor, at, content: { agrees, disagreement } }) => ({
      ...facts,
      signatures: [...facts.signatures, { by: actor, at, agrees, disagreement }],
    }),
    'session.commented': (facts, { actor, at, content: { comment } }) => ({
      ...facts,
      comments: [...facts.comments, { by: actor, at, comment }],
    }),
  },
  readers: attendeesOf,
};
