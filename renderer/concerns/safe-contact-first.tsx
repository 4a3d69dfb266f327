import { type UseFormReturn, useWatch } from 'react-hook-form';
import { asksSafeContactFirst } from '../../shared/domain/safe-contact.ts';
import { Choice } from '../ui/forms/choice.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { chosenCategories, type RaiseValues } from './raise-form.ts';
import { optionsOf, safeToTalkWords } from './words.ts';

interface Props {
  readonly of: UseFormReturn<RaiseValues>;
  /** Then nothing of it can stand in the person's details, which others read. */
  readonly restricted: boolean;
}

/** Asked before what happened, where somebody at home may be the danger. */
export function SafeContactFirst({ of, restricted }: Props) {
  const [categories, typed] = useWatch({ control: of.control, name: ['categories', 'safeContact'] });
  if (!asksSafeContactFirst(chosenCategories({ categories }))) return null;
  return (
    <div className="form-section" role="group" aria-labelledby="safe-contact-first">
      <h2 className="as-legend" id="safe-contact-first">
        First: keep them safe
      </h2>
      <Choice
        of={of}
        name="safeToTalk"
        label="Is it safe to talk with them now?"
        hint="Talk with them on their own. Do not use a relative as an interpreter."
        options={optionsOf(safeToTalkWords).map((option) =>
          option.value === 'no'
            ? { ...option, reveal: <p>Ask nothing more now. Talk when they are alone.</p> }
            : option,
        )}
      />
      <TextArea
        of={of}
        name="safeContact"
        label="How can we contact them safely? (optional)"
        hint="Who to phone and when. Say if texts, letters or voicemail are not safe."
        rows={3}
        max={500}
        spellCheck
      />
      {typed.trim() === '' || restricted ? null : (
        <Choices
          of={of}
          name="keepSafeContact"
          label="Keep this in their details too?"
          labelHidden
          options={[
            {
              value: 'yes',
              label: 'Keep this in their details too',
              hint: 'It then shows at the top of every page about them. It takes the place of what stands there now.',
            },
          ]}
        />
      )}
    </div>
  );
}
