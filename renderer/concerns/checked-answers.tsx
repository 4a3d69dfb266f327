import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { categoryWords } from '../../shared/domain/concern-categories.ts';
import type { DraftId, PersonId } from '../../shared/domain/ids.ts';
import { formatNhsNumber, nhsNumber as nhsNumberOf } from '../../shared/domain/nhs-number.ts';
import { asksSafeContactFirst } from '../../shared/domain/safe-contact.ts';
import { needsTakeover } from '../../shared/domain/takeover.ts';
import { Look, useLook } from '../look.tsx';
import { standingWords } from '../people/words.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { fieldId } from '../ui/forms/field.tsx';
import { lowerFirst } from '../ui/lower-first.ts';
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { dateAndTime, longDate, whenWords } from '../words/dates.ts';
import { recordedForWords } from './came-in-words.ts';
import { nameIn } from './person-picker.tsx';
import type { RaiseInput, RaiseValues } from './raise-form.ts';
import { tellingWords } from './telling-words.ts';
import {
  childOrAdultWords,
  dangerNowWords,
  happenedWords,
  knowWords,
  safeToTalkWords,
  theyKnowWords,
  toldHowWords,
} from './words.ts';

const notProvided = 'Not provided';

interface Props {
  readonly values: RaiseValues;
  readonly input: RaiseInput;
  readonly draft: DraftId;
  readonly restricted?: boolean;
}

interface Answer {
  readonly key: string;
  readonly value: ReactNode;
  /** Where in the form it was given. */
  readonly field: string;
  readonly typed?: boolean;
}

interface AnswersProps {
  readonly title: string;
  readonly draft: DraftId;
  readonly form: '/concerns/new' | '/concerns/restricted/new';
  readonly answers: readonly Answer[];
}

function Answers({ title, draft, form, answers }: AnswersProps) {
  const rows: readonly SummaryRow[] = answers.map(({ key, value, field, typed = false }) => ({
    key,
    value: value === '' || value === undefined ? notProvided : value,
    typed,
    action: (
      <Link to={form} search={{ draft }} hash={fieldId(field)}>
        Change<VisuallyHidden> {lowerFirst(key)}</VisuallyHidden>
      </Link>
    ),
  }));
  return (
    <Card title={title}>
      <SummaryList rows={rows} />
    </Card>
  );
}

function PersonInLog({ person }: { readonly person: PersonId }) {
  const found = useLook('people', 'show', { person });
  return (
    <Look at={found} what="the person">
      {({ details }) => (
        <>
          {nameIn(details)}
          {details.dateOfBirth !== undefined && `, born ${longDate(details.dateOfBirth)}`}
        </>
      )}
    </Look>
  );
}

function useAddedAnswers({ about: { details } }: RaiseInput): readonly Answer[] {
  const { practiceName } = useSignedIn();
  if (details === undefined) return [];
  const { standing, givenName = '', familyName = '', description, dateOfBirth, expectedOn, nhsNumber } = details;
  const named = standing === 'registered' || standing === 'unregistered';
  const number = nhsNumberOf.safeParse(nhsNumber);
  const answers: readonly (Answer & { readonly when: boolean })[] = [
    { when: true, key: 'How they are known', value: standingWords[standing], field: 'added.practice' },
    { when: standing !== 'unborn', key: 'Name', value: `${givenName} ${familyName}`.trim(), field: 'added.givenName' },
    { when: !named, key: 'What is known', value: description, field: 'added.description', typed: true },
    {
      when: standing !== 'unborn',
      key: 'Date of birth',
      value: dateOfBirth && longDate(dateOfBirth),
      field: 'added.dateOfBirth',
    },
    { when: standing === 'unborn', key: 'Due', value: expectedOn && longDate(expectedOn), field: 'added.expectedOn' },
    {
      when: named,
      key: 'NHS number',
      value: number.success ? formatNhsNumber(number.data) : '',
      field: 'added.nhsNumber',
    },
    {
      when: true,
      key: 'Practice',
      value: details.practice === null ? 'No practice of this log' : practiceName(details.practice),
      field: 'added.practice',
    },
  ];
  return answers.filter(({ when }) => when);
}

function Tellings({ told }: Pick<RaiseInput, 'told'>) {
  return (
    <ul className="nhsuk-list">
      {told.map((telling) => (
        <li key={`${telling.who} ${telling.at}`}>
          {tellingWords(telling)} ({lowerFirst(toldHowWords[telling.how])}, {whenWords(telling.at)})
        </li>
      ))}
    </ul>
  );
}

/** Whom it is recorded for and when it was written, where that is not whoever writes, now. */
function cameInAnswers({ recordedFor, lateEntry }: RaiseInput): readonly Answer[] {
  return [
    ...(recordedFor === undefined
      ? []
      : [{ key: 'Who told you this', value: recordedForWords(recordedFor), field: 'recordedFor.whom' }]),
    ...(lateEntry === undefined
      ? []
      : [
          {
            key: 'Written on paper',
            value: `${dateAndTime(lateEntry.writtenOn)}. ${lateEntry.why.trim()}`,
            field: 'lateEntry.onPaper',
          },
        ]),
  ];
}

/** What was asked first, where somebody at home may be the danger. */
function safeContactAnswers({ safeToTalk, safeContact, keepSafeContact, categories }: RaiseInput): readonly Answer[] {
  if (!asksSafeContactFirst(categories)) return [];
  return [
    {
      key: 'Safe to talk with them now',
      value: safeToTalk === undefined ? '' : safeToTalkWords[safeToTalk],
      field: 'safeToTalk',
    },
    { key: 'How to contact them safely', value: safeContact?.trim(), field: 'safeContact', typed: true },
    ...(keepSafeContact === true
      ? [{ key: 'Kept in their details', value: 'Yes, with the concern', field: 'keepSafeContact' }]
      : []),
  ];
}

/** All that was typed, as it will be saved, each with the way back to its field. */
export function CheckedAnswers({ values, input, draft, restricted = false }: Props) {
  const form = restricted ? '/concerns/restricted/new' : '/concerns/new';
  const { about, dangerNow, categories, what, when, happenedOn, know, toldBy, told, facts, childOrAdult } = input;
  const known = (input.recordedFor === undefined ? knowWords : theyKnowWords)[know];
  const added = useAddedAnswers(input);
  const { concernCategories } = useSignedIn().register.settings;
  const person: readonly Answer[] =
    about.person === undefined
      ? added
      : [{ key: 'Person', value: <PersonInLog person={about.person} />, field: 'person' }];
  const taken = told.filter(({ tookOver }) => tookOver === true);
  const others = told.filter(({ tookOver }) => tookOver !== true);
  return (
    <>
      <Answers
        title="The person"
        draft={draft}
        form={form}
        answers={[{ key: 'Immediate danger', value: dangerNowWords[dangerNow], field: 'dangerNow' }, ...person]}
      />
      <Answers
        title="The concern"
        draft={draft}
        form={form}
        answers={[
          {
            key: 'Type of concern',
            value: categoryWords(categories, concernCategories).join('\n'),
            field: 'categories',
            typed: true,
          },
          ...(childOrAdult === undefined
            ? []
            : [{ key: 'Child or adult', value: childOrAdultWords[childOrAdult], field: 'childOrAdult' }]),
          ...safeContactAnswers(input),
          { key: 'What you saw or heard', value: what.trim(), field: 'what', typed: true },
          { key: 'Their own words', value: facts?.ownWords, field: 'ownWords', typed: true },
          { key: 'Your opinion', value: facts?.opinion, field: 'opinion', typed: true },
          {
            key: 'When it happened',
            value: happenedOn === undefined ? happenedWords[when] : longDate(happenedOn),
            field: 'when',
          },
          {
            key: input.recordedFor === undefined ? 'How you know' : 'How they know',
            value: toldBy === undefined ? known : `${known}: ${toldBy}`,
            field: 'know',
          },
          ...cameInAnswers(input),
        ]}
      />
      <Answers
        title="Who knows"
        draft={draft}
        form={form}
        answers={[
          ...(needsTakeover(categories)
            ? [
                {
                  key: 'Who has taken over',
                  value: taken.length > 0 ? <Tellings told={taken} /> : 'Nobody yet. You are phoning now',
                  field: 'takeover.state',
                },
              ]
            : []),
          {
            key: 'Who you have told',
            value: others.length > 0 ? <Tellings told={others} /> : taken.length > 0 ? 'Nobody else yet' : 'Nobody yet',
            field: values.told.length > 0 ? 'told.0.who' : 'told',
          },
        ]}
      />
    </>
  );
}
