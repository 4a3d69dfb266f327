import { type UseFormReturn, useWatch } from 'react-hook-form';
import { bodyRegions } from '../../../shared/domain/body-regions.ts';
import { longText } from '../../../shared/domain/text.ts';
import { log } from '../../api.ts';
import { Choice } from '../../ui/forms/choice.tsx';
import { Choices } from '../../ui/forms/choices.tsx';
import { DateField } from '../../ui/forms/date-field.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { Guide } from '../../ui/notices.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { sendsNothing } from '../../words/always-true.ts';
import { optionsOf } from '../words.ts';
import { BodyFigure } from './body-figure.tsx';
import { type BodyMapValues, blankBodyMap, readBodyMap, tickedIn } from './body-map-form.ts';
import type { Side } from './body-shapes.ts';
import { InConcern } from './in-concern.tsx';
import { sawWords } from './words.ts';

interface Props {
  readonly of: UseFormReturn<BodyMapValues>;
}

function Mark({ of, region, words }: Props & { readonly region: string; readonly words: string }) {
  const at = (part: string) => `marks.${region}.${part}` as const;
  const label = (ask: string) => (
    <>
      {ask}
      <VisuallyHidden> {words}</VisuallyHidden>
    </>
  );
  return (
    <>
      <TextField of={of} name={at('what')} label={label('What did you see there?')} spellCheck />
      <TextField of={of} name={at('size')} label={label('Size (optional)')} hint="For example, about 1 cm" width={20} />
      <TextField of={of} name={at('colour')} label={label('Colour (optional)')} width={20} />
      <TextField of={of} name={at('shape')} label={label('Shape (optional)')} width={20} />
    </>
  );
}

const regionsOf = (side: Side) => bodyRegions.filter((region) => region.side === side);

function toggled(side: Side, chosen: readonly string[], region: string): string[] {
  const kept = chosen.includes(region) ? chosen.filter((one) => one !== region) : [...chosen, region];
  // In the order of the page, as the boxes keep it.
  return regionsOf(side)
    .map(({ id }) => id)
    .filter((id) => kept.includes(id));
}

function Where({ of }: Props) {
  const [front, back] = useWatch({ control: of.control, name: ['front', 'back'] });
  const optionsFor = (side: Side) =>
    regionsOf(side).map(({ id, words }) => ({
      value: id,
      label: words,
      reveal: <Mark of={of} region={id} words={words} />,
    }));
  return (
    <div className="form-section">
      <h2 className="as-legend">Where on the body?</h2>
      <p className="nhsuk-hint">
        Record only what you saw. Do not examine or photograph. Left and right are the person’s own.
      </p>
      <BodyFigure
        marked={tickedIn({ front, back })}
        onToggle={(side, region) => of.setValue(side, toggled(side, of.getValues(side), region), { shouldDirty: true })}
      />
      <div className="body-regions">
        <Choices of={of} name="front" label="Front" options={optionsFor('front')} />
        <Choices of={of} name="back" label="Back" options={optionsFor('back')} />
      </div>
    </div>
  );
}

function Fields({ of }: Props) {
  return (
    <>
      <Where of={of} />
      <div className="form-section">
        <Choice of={of} name="saw" label="How did you come to see it?" options={optionsOf(sawWords)} />
        <DateField of={of} name="on" label="Which day did you see it?" hint="For example, 23 11 2026" />
        <TextField of={of} name="time" label="At what time? (optional)" hint="For example, 4:25pm" width={10} />
        <TextField of={of} name="present" label="Who was there?" />
        <TextArea
          of={of}
          name="statement"
          label="What do you want to say about it, in your own words? (optional)"
          hint="Write what the person said, in their words. Do not guess how it happened."
          rows={5}
          max={longText}
          spellCheck
        />
      </div>
      <p>{sendsNothing}</p>
    </>
  );
}

const beside = (
  <div className="sticky-col">
    <Guide title="Before a body map">
      <ul>
        <li>Get help first: phone 999 or the duty GP if somebody is hurt</li>
        <li>Do not move clothes, touch or measure</li>
        <li>Do not take a photo</li>
        <li>A body map does not replace a doctor’s examination</li>
      </ul>
    </Guide>
    <Guide title="A new map each time">
      <p>A saved map is never changed. If you see something new, record another map.</p>
    </Guide>
  </div>
);

/** Records what could be seen on the body, and where. */
export function RecordBodyMap() {
  return (
    <InConcern
      title="Record a body map"
      part="body-map"
      blank={blankBodyMap}
      read={readBodyMap}
      send={(said, to) => log.concerns.recordBodyMap({ ...to, map: said })}
      saveLabel="Save the body map"
      notYet="It is not part of the concern yet."
      fields={Fields}
      beside={beside}
    />
  );
}
