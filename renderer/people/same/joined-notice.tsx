import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonPage } from '../../../shared/contract/people.ts';
import type { Joined } from '../../../shared/contract/same-person.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { WhyDialog } from '../../concerns/why-dialog.tsx';
import { useShownName } from '../../initials.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { dateAndTime } from '../../words/dates.ts';

interface OneProps {
  readonly before: string;
  readonly joined: Joined;
  /** The record that was given up. */
  readonly givenUp: PersonId;
  readonly mayPart: boolean;
}

function One({ before, joined, givenUp, mayPart }: OneProps) {
  const { nameAndRole } = useSignedIn();
  const shown = useShownName();
  const [parting, setParting] = useState(false);
  const { person, reference, name, by, at, why } = joined;
  return (
    <>
      <p>
        {before}{' '}
        <Link to="/people/$person" params={{ person }}>
          {shown(name)}, {reference}
        </Link>
        . {why}
      </p>
      <p className="small muted">
        Joined by {nameAndRole(by)} on {dateAndTime(at)}
      </p>
      {mayPart && <LinkButton onClick={() => setParting(true)}>Take the joining back</LinkButton>}
      {parting && (
        <WhyDialog
          title="Take the joining back?"
          ask="Why are they different people?"
          missing="Enter why they are different people"
          save="Take it back"
          onSave={(said) => log.people.part({ person: givenUp, why: said })}
          onClose={() => setParting(false)}
        >
          <p>Each record stands on its own again. Nothing that was written is lost.</p>
        </WhyDialog>
      )}
    </>
  );
}

/** Says which other records are of the same person, and on which one work goes on. */
export function JoinedNotice({ page }: { readonly page: PersonPage }) {
  const { person, joinedTo, joined, mayJoin } = page;
  if (joinedTo === null && joined.length === 0) return null;
  return (
    <Card title={joinedTo === null ? 'Joined records' : 'This record goes on under another one'}>
      {joinedTo !== null && <One before="Work goes on at" joined={joinedTo} givenUp={person} mayPart={mayJoin} />}
      {joined.map((one) => (
        <One
          key={one.person}
          before="What you can read of this record stands here too:"
          joined={one}
          givenUp={one.person}
          mayPart={mayJoin}
        />
      ))}
    </Card>
  );
}
