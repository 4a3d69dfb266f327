import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StaffLine } from '../../shared/contract/register.ts';
import type { ConnectionLine } from '../../shared/contract/staffing.ts';
import { log } from '../api.ts';
import { useShownName } from '../initials.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

const unread = 'Somebody whose records you do not read';

/** People whom a colleague is related to or a friend of, so that they read nothing about them. */
export function Connections({ line }: { readonly line: StaffLine }) {
  const { register } = useSignedIn();
  const shown = useShownName();
  const [ending, setEnding] = useState<ConnectionLine | null>(null);
  const mine = register.connections.filter(({ staff }) => staff === line.staff);
  if (mine.length === 0) return null;
  return (
    <Card title="Declared connections" flush>
      <WorkList label="Declared connections">
        {mine.map((one) => (
          <WorkRow
            key={one.person}
            title={
              one.name === null ? (
                unread
              ) : (
                <Link to="/people/$person" params={{ person: one.person }}>
                  {shown(one.name)}
                </Link>
              )
            }
            meta={`Related or a friend. ${line.name} reads nothing about them but what they wrote themselves.`}
            action={
              one.mayEnd && (
                <Button small onClick={() => setEnding(one)}>
                  End
                  <VisuallyHidden> the connection with {one.name === null ? unread : shown(one.name)}</VisuallyHidden>
                </Button>
              )
            }
          />
        ))}
      </WorkList>
      {ending !== null && (
        <ConfirmDialog
          title="End this connection?"
          act="End this connection"
          busyText="Ending"
          onDo={() => log.register.endConnection({ staff: ending.staff, person: ending.person })}
          onClose={() => setEnding(null)}
        >
          <p>
            <strong>
              {line.name} and {ending.name === null ? unread.toLowerCase() : shown(ending.name)}
            </strong>
          </p>
          <p>
            From then on {line.name} reads about this person what their roles let them read, also what was written
            before. The log keeps that there was a connection.
          </p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
