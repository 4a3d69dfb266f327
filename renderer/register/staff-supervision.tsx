import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StaffLine } from '../../shared/contract/register.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { NameSupervisor } from './name-supervisor.tsx';

interface Pair {
  readonly staff: StaffId;
  readonly supervisor: StaffId;
}

function EndPair({ pair, onClose }: { readonly pair: Pair; readonly onClose: () => void }) {
  const { register, nameOf } = useSignedIn();
  const others = register.staff.find(({ staff }) => staff === pair.staff)?.supervisors ?? [];
  return (
    <ConfirmDialog
      title="End this supervision?"
      act="End this supervision"
      busyText="Ending"
      onDo={() => log.register.endSupervisor(pair)}
      onClose={onClose}
    >
      <p>
        <strong>
          {nameOf(pair.supervisor)} supervises {nameOf(pair.staff)}
        </strong>
      </p>
      <p>
        {nameOf(pair.supervisor)} stops reading what {nameOf(pair.staff)} raises and sends, unless another role lets
        them. Records of past sessions stay with both.
      </p>
      {others.length <= 1 && (
        <p>
          <strong>{nameOf(pair.staff)} then has no supervisor.</strong> Name another one first if you can.
        </p>
      )}
    </ConfirmDialog>
  );
}

interface PairRowProps {
  readonly pair: Pair;
  readonly words: string;
  readonly of: StaffId;
  readonly onEnd: () => void;
}

function PairRow({ pair, words, of, onEnd }: PairRowProps) {
  const { isManager, nameOf } = useSignedIn();
  return (
    <WorkRow
      title={
        <>
          {words}{' '}
          <Link to="/practice/staff/$staff" params={{ staff: of }}>
            {nameOf(of)}
          </Link>
        </>
      }
      action={
        isManager && (
          <Button small onClick={onEnd}>
            End
            <VisuallyHidden>
              {' '}
              supervision of {nameOf(pair.staff)} by {nameOf(pair.supervisor)}
            </VisuallyHidden>
          </Button>
        )
      }
    />
  );
}

/** Who supervises somebody, and whom they supervise. */
export function StaffSupervision({ line }: { readonly line: StaffLine }) {
  const { register, isManager } = useSignedIn();
  const [ending, setEnding] = useState<Pair | null>(null);
  const [naming, setNaming] = useState(false);
  const { staff } = line;
  const theirs = register.staff.filter(({ active, supervisors }) => active && supervisors.includes(staff));
  const isWorker = line.roles.some(({ role }) => role === 'link-worker');
  if (!isWorker && theirs.length === 0 && line.supervisors.length === 0) return null;
  return (
    <Card
      title="Supervision"
      actions={
        isManager &&
        line.active &&
        isWorker && (
          <Button small onClick={() => setNaming(true)}>
            Name a supervisor
          </Button>
        )
      }
      flush
    >
      <WorkList label="Supervision">
        {line.supervisors.map((supervisor) => {
          const pair = { staff, supervisor };
          return (
            <PairRow
              key={`by ${supervisor}`}
              pair={pair}
              words="Supervised by"
              of={supervisor}
              onEnd={() => setEnding(pair)}
            />
          );
        })}
        {line.active && isWorker && line.supervisors.length === 0 && (
          <WorkRow title="Nobody is named to supervise them." late due="Name a supervisor" />
        )}
        {theirs.map((one) => {
          const pair = { staff: one.staff, supervisor: staff };
          return (
            <PairRow
              key={`of ${one.staff}`}
              pair={pair}
              words="Supervises"
              of={one.staff}
              onEnd={() => setEnding(pair)}
            />
          );
        })}
      </WorkList>
      {ending !== null && <EndPair pair={ending} onClose={() => setEnding(null)} />}
      {naming && <NameSupervisor staff={staff} onClose={() => setNaming(false)} />}
    </Card>
  );
}
