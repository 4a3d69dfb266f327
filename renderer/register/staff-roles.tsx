import { useState } from 'react';
import type { StaffLine } from '../../shared/contract/register.ts';
import { rolesOfTwo, roleWords } from '../../shared/domain/roles.ts';
import { log } from '../api.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Tag } from '../ui/tag.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { GiveRole, noPracticeYet } from './give-role.tsx';

type Held = StaffLine['roles'][number];

interface EndProps {
  readonly line: StaffLine;
  readonly held: Held;
  readonly onClose: () => void;
}

function EndRole({ line, held: { role, practice }, onClose }: EndProps) {
  const { practiceName } = useSignedIn();
  const named = `${roleWords[role].toLowerCase()}, ${practiceName(practice)}`;
  return (
    <ConfirmDialog
      title="End this role?"
      act="End this role"
      busyText="Ending"
      onDo={() => log.register.endRole({ staff: line.staff, role, practice })}
      onClose={onClose}
    >
      <p>
        <strong>
          {line.name}: {named}
        </strong>
      </p>
      {rolesOfTwo.includes(role) && (
        <p>They stop reading what they read because of it. What they wrote themselves they go on reading.</p>
      )}
      <p>The log keeps that they had this role, from when to when. They can be given it again.</p>
    </ConfirmDialog>
  );
}

/** What somebody is here, role by role and practice by practice. */
export function StaffRoles({ line }: { readonly line: StaffLine }) {
  const { register, isManager, practiceName } = useSignedIn();
  const [ending, setEnding] = useState<Held | null>(null);
  const [giving, setGiving] = useState(false);
  const mayChange = isManager && line.active;
  return (
    <Card
      title="Roles"
      actions={
        mayChange &&
        register.practices.length > 0 && (
          <Button small onClick={() => setGiving(true)}>
            Give a role
          </Button>
        )
      }
      flush
    >
      <WorkList label="Roles">
        {line.roles.map((held) => {
          const words = `${roleWords[held.role]}, ${practiceName(held.practice)}`;
          return (
            <WorkRow
              key={`${held.role} ${held.practice}`}
              title={
                <>
                  {words} {!held.stands && <Tag colour="yellow">Waits for a second person</Tag>}
                </>
              }
              action={
                mayChange && (
                  <Button small onClick={() => setEnding(held)}>
                    End<VisuallyHidden> role: {words}</VisuallyHidden>
                  </Button>
                )
              }
            />
          );
        })}
        {line.roles.length === 0 && (
          <WorkRow
            title={line.active ? 'No role yet.' : 'No roles: they ended when this person left.'}
            meta={mayChange && register.practices.length === 0 && noPracticeYet}
          />
        )}
      </WorkList>
      {ending !== null && <EndRole line={line} held={ending} onClose={() => setEnding(null)} />}
      {giving && <GiveRole staff={line.staff} onClose={() => setGiving(false)} />}
    </Card>
  );
}
