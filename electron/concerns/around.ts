import type { aroundCalls, BeforeContact, PersonInConcern } from '../../shared/contract/concern-around.ts';
import type { PersonId, ThreadId } from '../../shared/domain/ids.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { tiesBetween } from '../../shared/domain/ties.ts';
import type { ContentOf } from '../../shared/events/index.ts';
import type { PersonDetails } from '../../shared/events/people.ts';
import type { PlacedPerson } from '../../shared/policy/concern-around.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { endDraft } from '../drafts/commands.ts';
import { type Context, type Handlers, mustNotLieAhead } from '../store/context.ts';

type Around = Handlers<typeof aroundCalls>;
type Placed = ContentOf<'concern.person-placed'>['placed'];

function placeOf(context: Context, concern: ThreadId) {
  return { thread: concern, about: context.concern(concern).about };
}

/**
 * Somebody in the log stands here by the name that they have there: not everybody who reads the concern reads them.
 *
 * @throws NotFound for somebody whom whoever asks does not read: that they are in the log is told to nobody else
 */
function withName(context: Context, placed: Placed): Placed {
  if (placed.inLog === undefined) return placed;
  const { givenName = null, familyName = null, description = null } = context.person(placed.inLog).facts.details;
  return { ...placed, name: placed.name ?? nameOfPerson({ givenName, familyName, description }) };
}

export const aroundCommands: Omit<Around, 'beforeContact'> = {
  placePerson({ concern, draft, placed, insteadOf }, context) {
    const place = placeOf(context, concern);
    mustNotLieAhead(context, { 'placed.dateOfBirth': placed.dateOfBirth });
    const { people } = context.concern(concern).facts.around;
    const before = people.find(({ event }) => event === insteadOf);
    const named =
      before?.inLog === placed.inLog ? { ...placed, name: placed.name ?? before?.name } : withName(context, placed);
    return context.store.commit((writing) => {
      endDraft(writing, context, draft);
      return writing.append('concern.person-placed', place, { placed: named, insteadOf });
    });
  },
  takePersonOut({ concern, placed, why }, context) {
    const place = placeOf(context, concern);
    return context.store.commit((writing) => writing.append('concern.person-taken-out', place, { placed, why }));
  },
  recordRiskChecklist({ concern, draft, recorded }, context) {
    const place = placeOf(context, concern);
    mustNotLieAhead(context, { 'recorded.on': recorded.on });
    return context.store.commit((writing) => {
      endDraft(writing, context, draft);
      return writing.append('concern.risk-checklist-recorded', place, { recorded });
    });
  },
  recordBodyMap({ concern, draft, map }, context) {
    const place = placeOf(context, concern);
    mustNotLieAhead(context, { 'map.on': map.on });
    return context.store.commit((writing) => {
      endDraft(writing, context, draft);
      return writing.append('concern.body-map-recorded', place, { map });
    });
  },
};

function detailsOf(context: Context, person: PersonId | undefined): PersonDetails | undefined {
  const thread = person === undefined ? undefined : context.store.threadOfPerson(person);
  return thread === undefined ? undefined : context.state('person', thread).facts.details;
}

function inConcern(context: Context, person: PersonId, placed: PlacedPerson): PersonInConcern {
  const theirs = detailsOf(context, placed.inLog);
  const details = detailsOf(context, person);
  const isSource = placed.role === 'source-of-harm';
  return {
    ...placed,
    ties: isSource ? tiesBetween(details ?? {}, placed, theirs) : [],
    page: theirs === undefined ? null : (placed.inLog ?? null),
  };
}

/** Everybody with a role in a concern, with what ties a source of harm to the person. */
export function peopleIn(
  context: Context,
  { facts }: StateOf<'concern'> | StateOf<'restricted'>,
): readonly PersonInConcern[] {
  return facts.around.people.map((placed) => inConcern(context, facts.raised.person, placed));
}

function concernsAbout({ store }: Context, person: PersonId): readonly StateOf<'concern'>[] {
  return [...store.threads.values()].flatMap(({ folded: { state } }) =>
    state?.kind === 'concern' && state.about === person ? [state] : [],
  );
}

const saysWhen = `
  SELECT at, json_extract(content, '$.facts.safeToContact') AS text FROM entry
  WHERE thread = ? AND type = 'concern.information-added' AND text IS NOT NULL ORDER BY n DESC LIMIT 1
`;

function saidIn(context: Context, concern: ThreadId): BeforeContact['said'] {
  const newest = context.store.view.db
    .prepare<[string], Pick<BeforeContact['said'][number], 'at' | 'text'>>(saysWhen)
    .get(concern);
  return newest === undefined ? [] : [{ concern, reference: referenceOf('C', concern), ...newest }];
}

function beforeContact(context: Context, person: PersonId): BeforeContact {
  const details = detailsOf(context, person);
  const concerns = concernsAbout(context, person);
  const said = concerns.flatMap(({ thread }) => saidIn(context, thread));
  const people = concerns.flatMap((state) =>
    peopleIn(context, state).map((one) => ({
      ...one,
      concern: state.thread,
      reference: referenceOf('C', state.thread),
    })),
  );
  for (const concern of new Set([...said, ...people].map((one) => one.concern))) context.noteOpening(concern);
  return {
    safeContact: details?.safeContact ?? null,
    notToBeTold: details?.notToBeTold ?? null,
    said: said.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    people,
  };
}

export const aroundQueries: Pick<Around, 'beforeContact'> = {
  beforeContact: ({ person }, context) => beforeContact(context, person),
};
