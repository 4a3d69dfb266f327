import { Link } from '@tanstack/react-router';
import type { PatternLine } from '../../shared/contract/people.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { patternDays } from '../../shared/domain/patterns.ts';
import { useShownName } from '../initials.ts';
import { useLook } from '../look.tsx';
import { Flag } from '../ui/notices.tsx';
import { longDate } from '../words/dates.ts';

const missedWords = {
  declined: 'was declined',
  'not-reached': 'is answered, but the person could not be reached',
} as const satisfies Record<PatternLine['missed'][number]['what'], string>;

function sentence({ kind, concerns }: PatternLine): string {
  if (kind === 'household') return 'There is also a concern about somebody at the same address. Read them together.';
  if (kind === 'missed') return 'There is a concern, and a contact was missed. Read them together.';
  const many = concerns.length === 3 ? 'This is the third concern' : `There are ${concerns.length} concerns`;
  return `${many} in ${patternDays} days. Read them together.`;
}

function Concerns({ line }: { readonly line: PatternLine }) {
  const shown = useShownName();
  return line.concerns.map(({ concern, reference, name }) => (
    <li key={concern}>
      <Link to="/concerns/$concern" params={{ concern }}>
        {reference}
      </Link>
      {name === null ? null : `, about ${shown(name)}`}
    </li>
  ));
}

/** What is worth reading together about somebody. A prompt by plain rules: it weighs nothing, and nothing hides it. */
export function Patterns({ person }: { readonly person: PersonId }) {
  const { data = [] } = useLook('people', 'patterns', { person });
  return data.map((line) => (
    <Flag key={line.kind}>
      <p>
        <strong>{sentence(line)}</strong>
      </p>
      <ul className="nhsuk-list">
        <Concerns line={line} />
        {line.missed.map(({ referral, reference, what, on }) => (
          <li key={referral}>
            <Link to="/referrals/$referral" params={{ referral }}>
              {reference}
            </Link>
            {` ${missedWords[what]}, ${longDate(on)}`}
          </li>
        ))}
      </ul>
    </Flag>
  ));
}
