import { useWatch } from 'react-hook-form';
import { isClosed } from '../concerns/concern-status.ts';
import { optionsOf } from '../concerns/words.ts';
import { useShownName } from '../initials.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { FormSection } from './form-section.tsx';
import type { SectionProps } from './short-sections.tsx';
import { workloadWords } from './words.ts';

export function WorkloadSection({ of }: SectionProps) {
  return (
    <FormSection id="workload" title="Workload and caseload">
      <Choice of={of} name="workload" label="How is the workload?" options={optionsOf(workloadWords)} inline />
      <div className="grid-2">
        <TextField of={of} name="caseload.people" label="People they work with now" inputMode="numeric" width={4} />
        <TextField of={of} name="caseload.waiting" label="People who wait" inputMode="numeric" width={4} />
      </div>
    </FormSection>
  );
}

/** The concerns that I can open and that are not closed, each with room for what was said about it. */
function OpenConcerns({ of }: SectionProps) {
  const shown = useShownName();
  const { categorySentence } = useSignedIn();
  const concerns = useLook('concerns', 'list', {});
  const chosen = useWatch({ control: of.control, name: 'concerns' });
  return (
    <Look at={concerns} what="open concerns">
      {(lines) => {
        const open = lines.filter((line) => !line.practiceRun && (!isClosed(line) || chosen.includes(line.concern)));
        if (open.length === 0) return <p>There are no open concerns that you can read.</p>;
        return (
          <Choices
            of={of}
            name="concerns"
            label="Which concerns did you discuss?"
            hint="Everybody who was there sees the reference and your note, and not who it is about. Leave names out of the note."
            options={open.map(({ concern, reference, name, categories }) => ({
              value: concern,
              label: reference,
              hint: `${shown(name)}. ${categorySentence(categories)}`,
              reveal: (
                <TextArea
                  of={of}
                  name={`notes.${concern}`}
                  label={`What was said about ${reference}? (optional)`}
                  rows={3}
                  max={4_000}
                />
              ),
            }))}
          />
        );
      }}
    </Look>
  );
}

export function ConcernsSection({ of }: SectionProps) {
  return (
    <FormSection id="concerns" title="Concerns discussed">
      <OpenConcerns of={of} />
    </FormSection>
  );
}

export function LearningSection({ of }: SectionProps) {
  return (
    <FormSection id="learning" title="Training and development">
      <TextArea
        of={of}
        name="learning"
        label="Which learning and support did you agree? (optional)"
        rows={4}
        max={20_000}
      />
    </FormSection>
  );
}
