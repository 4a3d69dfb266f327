import { z } from '../zod.ts';
import { noteText, shortText, words } from './text.ts';

const yesNoUnknown = z.enum(['yes', 'no', 'not-known']);
const note = (ask: string) => words(noteText, ask);

interface Fact<Schema extends z.ZodType = z.ZodType> {
  readonly ask: string;
  readonly forWhom: 'anybody' | 'adult' | 'child';
  readonly schema: Schema;
}

function fact<Schema extends z.ZodType>(ask: string, schema: Schema, forWhom: Fact['forWhom'] = 'anybody') {
  return { ask, forWhom, schema } satisfies Fact<Schema>;
}

/**
 * Everything that a concern may say beyond its first minute. Each is asked until somebody has answered it.
 * The union of the adult concern forms and of the child referral forms that councils use (Care Act 2014
 * section 42 practice, Working Together 2023), in the order in which they are asked.
 */
export const concernFacts = {
  ownWords: fact('What did the person say, in their own words?', note('Enter what they said')),
  opinion: fact('What do you think is happening? Say that it is your opinion', note('Enter your opinion')),
  place: fact('Where did it happen?', words(shortText, 'Enter where it happened')),
  injuries: fact('What injuries did you see? Do not examine', note('Enter what you saw')),
  happenedBefore: fact(
    'Has this happened before?',
    z.strictObject({ answer: yesNoUnknown, note: note('Enter what happened before').optional() }),
  ),
  talkedWithPerson: fact(
    'Have you talked with the person about this concern?',
    z.strictObject({
      answer: z.enum(['yes', 'not-safe', 'no']),
      note: note('Enter why not').optional(),
    }),
  ),
  knowsRaised: fact('Do they know you are raising this?', yesNoUnknown),
  agreesOutside: fact(
    'Do they agree to it going outside the practice?',
    z.strictObject({
      answer: z.enum(['yes', 'no', 'not-asked']),
      note: note('Enter why it is shared without agreement').optional(),
    }),
  ),
  wants: fact('What do they want to happen?', note('Enter what they want')),
  capacityDoubt: fact(
    'Have you any doubt that they can make this decision?',
    z.strictObject({
      answer: yesNoUnknown,
      note: note('Enter what you saw').optional(),
    }),
  ),
  safeToContact: fact('How and when is it safe to contact them?', note('Enter how to contact them safely')),
  othersAtRisk: fact(
    'Is anybody else at risk, a child or another adult?',
    z.strictObject({
      answer: z.enum(['child', 'adult', 'both', 'no', 'not-known']),
      note: note('Enter who').optional(),
    }),
  ),
  sourceOfHarm: fact('Who may be causing the harm, and how do they know the person?', note('Enter who')),
  sourceOfHarmAware: fact('Does that person know about this concern?', yesNoUnknown),
  doneSoFar: fact('What has been done so far to keep people safe?', note('Enter what has been done')),
  evidence: fact('What evidence is there, and where is it kept?', note('Enter what is kept and where')),
  police: fact(
    'Do the police know?',
    z.strictObject({ answer: yesNoUnknown, reference: words(shortText, 'Enter the reference').optional() }),
  ),
  othersInvolved: fact('Who else is involved or has been told?', note('Enter who')),
  howSoon: fact('How soon does someone need to look at this?', z.enum(['now', 'today', 'next-working-day'])),
  careNeeds: fact('What care and support do they need?', note('Enter what they need'), 'adult'),
  communication: fact('What language or help to communicate do they need?', note('Enter what they need')),
  livesWith: fact('Who lives with them?', note('Enter who')),
  childrenInHome: fact(
    'Does a child live there, or visit often?',
    z.strictObject({ answer: yesNoUnknown, note: note('Enter who, and how old they are').optional() }),
    'adult',
  ),
  riskChecklist: fact(
    'Has somebody scored a risk checklist? Who, when, and what they wrote',
    note('Enter who scored it, when, and the total they wrote'),
  ),
  parentalResponsibility: fact('Who has parental responsibility?', note('Enter who'), 'child'),
  goingWell: fact('What is going well for the child?', note('Enter what is going well'), 'child'),
  impact: fact('What is a day like for the child?', note('Enter what a day is like'), 'child'),
  school: fact('Which school or nursery?', words(shortText, 'Enter which'), 'child'),
} as const;

export type FactName = keyof typeof concernFacts;

type FactShape = { [Name in FactName]: z.ZodOptional<(typeof concernFacts)[Name]['schema']> };
const shape = Object.fromEntries(
  Object.entries(concernFacts).map(([name, { schema }]) => [name, schema.optional()]),
) as unknown as FactShape; // `as`: fromEntries forgets which key had which schema.

export const facts = z.strictObject(shape);
export type Facts = z.infer<typeof facts>;

export type ChildOrAdult = 'child' | 'adult' | 'not-known';

interface About {
  /** What somebody said where the age is not known. */
  readonly childOrAdult?: ChildOrAdult | undefined;
  readonly facts?: Facts | undefined;
}

/** Whether it is about a child or an adult, as far as age or answer say; an age wins. */
function groupOf(age: number | undefined, said: ChildOrAdult | undefined): 'child' | 'adult' | undefined {
  if (age !== undefined) return age < 18 ? 'child' : 'adult';
  return said === 'not-known' ? undefined : said;
}

/** Think family: what happens to an adult may harm a child beside them. */
function hasChildBeside({ othersAtRisk, childrenInHome }: Facts): boolean {
  return childrenInHome?.answer === 'yes' || othersAtRisk?.answer === 'child' || othersAtRisk?.answer === 'both';
}

/**
 * What has not been answered yet, in order: about a child or an adult, both where it is not known which, and both where
 * a child is near an adult. Mental capacity is asked from 16 (Mental Capacity Act 2005 section 2(5)).
 */
export function stillToAdd(
  given: ReadonlySet<FactName>,
  age: number | undefined,
  { childOrAdult, facts: said = {} }: About = {},
): readonly FactName[] {
  const group = groupOf(age, childOrAdult);
  const applies = (name: FactName): boolean => {
    const { forWhom } = concernFacts[name];
    // Somebody said to be a child may be 16 or 17.
    if (name === 'capacityDoubt') return age === undefined || age >= 16;
    if (group === undefined || forWhom === 'anybody' || forWhom === group) return true;
    return forWhom === 'child' && hasChildBeside(said);
  };
  return (Object.keys(concernFacts) as FactName[]).filter((name) => !given.has(name) && applies(name));
}
