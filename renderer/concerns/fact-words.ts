import type { FactName, Facts } from '../../shared/domain/concern-facts.ts';

/** What a question is called on the page of a concern, where the answer stands beside it. */
export const factLabels = {
  ownWords: 'Their words',
  opinion: 'Opinion of whoever wrote it',
  place: 'Where',
  injuries: 'Injuries seen',
  happenedBefore: 'Happened before',
  talkedWithPerson: 'Talked with the person about it',
  knowsRaised: 'They know it was raised',
  agreesOutside: 'They agree to it going outside the practice',
  wants: 'What they want',
  capacityDoubt: 'Doubt that they can make this decision',
  safeToContact: 'How it is safe to contact them',
  othersAtRisk: 'Anybody else at risk',
  sourceOfHarm: 'Who may be causing the harm',
  sourceOfHarmAware: 'That person knows about this concern',
  doneSoFar: 'Done to keep people safe',
  evidence: 'Evidence, and where it is kept',
  police: 'The police know',
  othersInvolved: 'Who else is involved or was told',
  howSoon: 'How soon someone needs to look',
  careNeeds: 'Care and support they need',
  communication: 'Language or help to communicate',
  livesWith: 'Who lives with them',
  childrenInHome: 'A child lives there or visits often',
  riskChecklist: 'Risk checklist',
  parentalResponsibility: 'Who has parental responsibility',
  goingWell: 'What is going well for the child',
  impact: 'A day for the child',
  school: 'School or nursery',
} as const satisfies Record<FactName, string>;

const aboutOthers: ReadonlySet<FactName> = new Set([
  'othersAtRisk',
  'sourceOfHarm',
  'sourceOfHarmAware',
  'livesWith',
  'othersInvolved',
  'parentalResponsibility',
] as const);

/** By which class a copy leaves the answer out: about people beside the person for anybody, how to contact them for others. */
export function leftOutAs(fact: FactName): 'about-others' | 'for-them-alone' | undefined {
  if (aboutOthers.has(fact)) return 'about-others';
  return fact === 'safeToContact' ? 'for-them-alone' : undefined;
}

/** The cards of the page. */
export type Part = 'happened' | 'wants' | 'done' | 'life';

const parts = {
  ownWords: 'happened',
  opinion: 'happened',
  place: 'happened',
  injuries: 'happened',
  happenedBefore: 'happened',
  talkedWithPerson: 'wants',
  knowsRaised: 'wants',
  agreesOutside: 'wants',
  wants: 'wants',
  capacityDoubt: 'wants',
  safeToContact: 'wants',
  othersAtRisk: 'happened',
  sourceOfHarm: 'happened',
  sourceOfHarmAware: 'happened',
  doneSoFar: 'done',
  evidence: 'done',
  police: 'done',
  othersInvolved: 'done',
  howSoon: 'happened',
  careNeeds: 'life',
  communication: 'life',
  livesWith: 'life',
  childrenInHome: 'life',
  riskChecklist: 'done',
  parentalResponsibility: 'life',
  goingWell: 'life',
  impact: 'life',
  school: 'life',
} as const satisfies Record<FactName, Part>;

const names = Object.keys(parts) as FactName[]; // `as`: keys forgets what `satisfies` has just checked.

/** The questions of a card, in the order in which they are asked. */
export function factsOfPart(part: Part): readonly FactName[] {
  return names.filter((name) => parts[name] === part);
}

type AnswerOf<Value> = Value extends { readonly answer: infer Answer extends string }
  ? Answer
  : Value extends string
    ? string extends Value
      ? never
      : Value
    : never;
// Question by question: in one union, typed text would swallow the words of the ticked ones.
type Ticked = { [Name in FactName]: AnswerOf<NonNullable<Facts[Name]>> }[FactName];

const tickedWords = {
  yes: 'Yes',
  no: 'No',
  'not-known': 'Not known',
  'not-safe': 'No, it was not safe',
  'not-asked': 'Not asked',
  child: 'Yes, a child',
  adult: 'Yes, an adult',
  both: 'Yes, a child and an adult',
  now: 'Now',
  today: 'Today',
  'next-working-day': 'The next working day',
} as const satisfies Record<Ticked, string>;

/** Questions whose whole answer is ticked. All others are typed, and what is typed stands as it is. */
const ticked: ReadonlySet<FactName> = new Set(['knowsRaised', 'sourceOfHarmAware', 'howSoon']);

function partsOf(name: FactName, value: NonNullable<Facts[FactName]>): readonly (string | undefined)[] {
  // `as`: the schema of the ticked ones holds nothing else.
  if (typeof value === 'string') return [ticked.has(name) ? tickedWords[value as Ticked] : value];
  const note = 'note' in value ? value.note : undefined;
  const reference = 'reference' in value && value.reference !== undefined ? `Reference ${value.reference}` : undefined;
  return [tickedWords[value.answer], note, reference];
}

/** An answer in words, with what was typed beside it on the next line, or after `between`. */
export function factText(name: FactName, value: NonNullable<Facts[FactName]>, between = '\n'): string {
  return partsOf(name, value)
    .filter((part) => part !== undefined)
    .join(between);
}
