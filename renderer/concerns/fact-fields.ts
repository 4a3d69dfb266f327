import { concernFacts, type FactName, type Facts } from '../../shared/domain/concern-facts.ts';
import { longText, noteText, shortText } from '../../shared/domain/text.ts';

type Words<Value extends string> = Readonly<Record<Value, string>>;

interface TextQuestion {
  readonly kind: 'text';
  readonly max: number;
}

interface ChoiceQuestion<Value extends string> {
  readonly kind: 'choice';
  readonly options: Words<Value>;
}

/** An answer that is ticked, and a box for more that opens under some of them. */
interface AnswerQuestion<Value extends string, More extends string> {
  readonly kind: 'answer';
  readonly options: Words<Value>;
  readonly more: { readonly field: More; readonly under: readonly Value[]; readonly label: string };
}

type MoreOf<Value> = Exclude<keyof Value, 'answer'> & string;
type QuestionFor<Value> = Value extends { readonly answer: infer Ticked extends string }
  ? AnswerQuestion<Ticked, MoreOf<Value>>
  : Value extends string
    ? string extends Value
      ? TextQuestion
      : ChoiceQuestion<Value>
    : never;

// Not distributed over a union: an enum is one question.
type Question<Value> = [Value] extends [string]
  ? string extends Value
    ? TextQuestion
    : ChoiceQuestion<Value>
  : QuestionFor<Value>;

const short: TextQuestion = { kind: 'text', max: shortText };
const long: TextQuestion = { kind: 'text', max: noteText };
const yesNo = { yes: 'Yes', no: 'No', 'not-known': 'I do not know' };

/** How each question is asked, by the kind of its answer: one that is missing, or asked wrongly, does not compile. */
export const questions = {
  ownWords: long,
  opinion: long,
  place: short,
  injuries: long,
  happenedBefore: {
    kind: 'answer',
    options: yesNo,
    more: { field: 'note', under: ['yes'], label: 'What happened before? (optional)' },
  },
  talkedWithPerson: {
    kind: 'answer',
    options: { yes: 'Yes', 'not-safe': 'No, it was not safe to', no: 'No, for another reason' },
    more: { field: 'note', under: ['not-safe', 'no'], label: 'Why not? (optional)' },
  },
  knowsRaised: { kind: 'choice', options: yesNo },
  agreesOutside: {
    kind: 'answer',
    options: { yes: 'Yes', no: 'No', 'not-asked': 'I have not asked' },
    more: {
      field: 'note',
      under: ['no', 'not-asked'],
      label: 'If it should be shared without their agreement, why? (optional)',
    },
  },
  wants: long,
  capacityDoubt: {
    kind: 'answer',
    options: yesNo,
    more: { field: 'note', under: ['yes', 'no', 'not-known'], label: 'What did you see? (optional)' },
  },
  safeToContact: long,
  othersAtRisk: {
    kind: 'answer',
    options: {
      child: 'Yes, a child',
      adult: 'Yes, an adult',
      both: 'Yes, a child and an adult',
      no: 'No',
      'not-known': 'I do not know',
    },
    more: { field: 'note', under: ['child', 'adult', 'both'], label: 'Who? (optional)' },
  },
  sourceOfHarm: long,
  sourceOfHarmAware: { kind: 'choice', options: yesNo },
  doneSoFar: long,
  evidence: long,
  police: {
    kind: 'answer',
    options: yesNo,
    more: { field: 'reference', under: ['yes'], label: 'Their reference (optional)' },
  },
  othersInvolved: long,
  howSoon: {
    kind: 'choice',
    options: { now: 'Now', today: 'Today', 'next-working-day': 'The next working day' },
  },
  careNeeds: long,
  communication: long,
  livesWith: long,
  childrenInHome: {
    kind: 'answer',
    options: yesNo,
    more: { field: 'note', under: ['yes'], label: 'Who, and how old? (optional)' },
  },
  riskChecklist: long,
  parentalResponsibility: long,
  goingWell: long,
  impact: long,
  school: short,
} as const satisfies { readonly [Name in FactName]: Question<NonNullable<Facts[Name]>> };

/** What helps to answer some of them. */
export const factHints: Partial<Readonly<Record<FactName, string>>> = {
  ownWords: 'Use quotation marks. Write what they said, not what you think they meant.',
  opinion: 'Keep it apart from the facts.',
  injuries: 'Say where, what size and what colour. Do not ask anybody to undress. Do not take photographs.',
  talkedWithPerson: 'Not when that could put anybody at risk.',
  knowsRaised: 'You can raise a concern without telling them, if telling them would not be safe.',
  agreesOutside:
    'It can be shared without agreement if someone is at risk of serious harm, or if asking would not be safe.',
  capacityDoubt: 'Write what you saw and heard. You are not asked to assess it.',
  safeToContact: 'For example: when to phone, whether to leave a message, who may answer.',
  childrenInHome: 'Think family: what happens to an adult may harm a child beside them.',
  riskChecklist: 'For example, a DASH (a list of questions about domestic abuse). This log never scores anybody.',
  howSoon: 'If it is now, phone. This log tells nobody.',
};

export function isFact(name: string | undefined): name is FactName {
  return name !== undefined && Object.hasOwn(concernFacts, name);
}

/** What the boxes of one page hold, as typed. */
export interface FactValues {
  text: string;
  answer: string;
  more: string;
}

export const blankFact: FactValues = { text: '', answer: '', more: '' };

export const longestNote = longText;

interface ReadFact {
  /** What the log takes, when nothing is wrong. */
  readonly facts: Facts;
  readonly problems: Partial<Readonly<Record<keyof FactValues, string>>>;
}

/** What was typed about one question, by its own schema. */
export function readFact(name: FactName, { text, answer, more }: FactValues): ReadFact {
  const question = questions[name];
  if (question.kind !== 'text' && answer === '') return { facts: {}, problems: { answer: 'Select an answer' } };
  const extra =
    question.kind === 'answer' && more.trim() !== '' && (question.more.under as readonly string[]).includes(answer)
      ? { [question.more.field]: more }
      : {};
  const ticked = question.kind === 'answer' ? { answer, ...extra } : answer;
  const value = question.kind === 'text' ? text : ticked;
  const parsed = concernFacts[name].schema.safeParse(value);
  if (parsed.success) return { facts: { [name]: parsed.data }, problems: {} };
  const issues = parsed.error.issues.map(({ path: [field], message }) => {
    if (question.kind === 'text') return ['text', message] as const;
    return [field === undefined || field === 'answer' ? 'answer' : 'more', message] as const;
  });
  return { facts: {}, problems: Object.fromEntries(issues) };
}
