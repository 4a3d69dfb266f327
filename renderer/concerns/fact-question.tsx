import type { UseFormReturn } from 'react-hook-form';
import { concernFacts, type FactName } from '../../shared/domain/concern-facts.ts';
import { noteText, shortText } from '../../shared/domain/text.ts';
import { Choice } from '../ui/forms/choice.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import type { AddValues } from './add-information.tsx';
import { factHints, questions } from './fact-fields.ts';
import { optionsOf } from './words.ts';

interface Props {
  readonly of: UseFormReturn<AddValues>;
  readonly fact: FactName;
}

/** One question, asked by the kind of its answer. The heading of the page is its label. */
export function FactQuestion({ of, fact }: Props) {
  const question = questions[fact];
  const common = { of, label: concernFacts[fact].ask, hint: factHints[fact], labelHidden: true };
  if (question.kind === 'text') {
    return question.max === shortText ? (
      <TextField {...common} name="text" />
    ) : (
      <TextArea {...common} name="text" rows={6} max={question.max} spellCheck />
    );
  }
  if (question.kind === 'choice')
    return <Choice {...common} name="answer" options={optionsOf<string>(question.options)} />;
  const { label, under, field } = question.more;
  const more =
    field === 'reference' ? (
      <TextField of={of} name="more" label={label} spellCheck={false} width={20} />
    ) : (
      <TextArea of={of} name="more" label={label} rows={4} max={noteText} spellCheck />
    );
  const opens: readonly string[] = under;
  return (
    <Choice
      {...common}
      name="answer"
      options={optionsOf<string>(question.options).map((option) =>
        opens.includes(option.value) ? { ...option, reveal: more } : option,
      )}
    />
  );
}
