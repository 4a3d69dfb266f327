import type { UseFormReturn } from 'react-hook-form';
import { noteText } from '../../../shared/domain/text.ts';
import { log } from '../../api.ts';
import { Choice } from '../../ui/forms/choice.tsx';
import { DateField } from '../../ui/forms/date-field.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { Guide } from '../../ui/notices.tsx';
import { sendsNothing } from '../../words/always-true.ts';
import { optionsOf } from '../words.ts';
import { blankChecklist, type ChecklistValues, readChecklist } from './checklist-form.ts';
import { InConcern } from './in-concern.tsx';
import { knownWords } from './words.ts';

function Fields({ of }: { readonly of: UseFormReturn<ChecklistValues> }) {
  return (
    <>
      <div className="form-section">
        <TextField of={of} name="checklist" label="Which checklist was it?" hint="For example, DASH" />
        <TextField of={of} name="scoredBy" label="Who scored it?" spellCheck={false} />
        <TextField of={of} name="scorersRole" label="What is their job? (optional)" />
        <Choice of={of} name="trained" label="Are they trained for it?" options={optionsOf(knownWords)} inline />
        <DateField of={of} name="on" label="When did they score it?" hint="For example, 23 11 2026" />
      </div>
      <div className="form-section">
        <TextField
          of={of}
          name="total"
          label="The total that they wrote (optional)"
          hint="Copy it as it stands. This log adds nothing up."
          width={20}
          spellCheck={false}
        />
        <TextField of={of} name="level" label="The level in their words (optional)" hint="For example, high" />
        <TextArea
          of={of}
          name="judgement"
          label="Their professional judgement (optional)"
          hint="Worry can be high with a low total. Write why, in their words."
          rows={4}
          max={noteText}
          spellCheck
        />
        <TextArea
          of={of}
          name="next"
          label="What did they say comes next? (optional)"
          rows={3}
          max={noteText}
          spellCheck
        />
      </div>
      <p>{sendsNothing}</p>
    </>
  );
}

const beside = (
  <div className="sticky-col">
    <Guide title="You record it, you do not score it">
      <p>Somebody who is trained goes through the questions with the person. You copy what they wrote.</p>
      <p>This log does not add up, compare or judge. The lead decides, with what the scorer says.</p>
    </Guide>
  </div>
);

/** Records a risk checklist as somebody scored it. */
export function RecordChecklist() {
  return (
    <InConcern
      title="Record a risk checklist"
      part="risk-checklist"
      blank={blankChecklist}
      read={readChecklist}
      send={(said, to) => log.concerns.recordRiskChecklist({ ...to, recorded: said })}
      saveLabel="Save the checklist"
      notYet="It is not part of the concern yet."
      fields={Fields}
      beside={beside}
    />
  );
}
