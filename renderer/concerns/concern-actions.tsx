import { useState } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/notices.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { dateAndTime, dueWords } from '../words/dates.ts';
import { ActionDialog } from './action-dialog.tsx';
import { ConcernLayout } from './concern-layout.tsx';

export type Action = ConcernPage['state']['actions'][number];

interface RowProps {
  readonly action: Action;
  /** The owner, and those who decide. */
  readonly mayChange: boolean;
  readonly onChange: (action: Action) => void;
}

function ActionRow({ action, mayChange, onChange }: RowProps) {
  const { nameOf } = useSignedIn();
  const { what, owner, dueOn, by, at, done } = action;
  const due = dueOn === null || done !== null ? null : dueWords(dueOn);
  return (
    <WorkRow
      title={what}
      meta={
        <>
          For {nameOf(owner)}, asked by {nameOf(by)}, {dateAndTime(at)}
          {done === null ? null : (
            <>
              <br />
              Done by {nameOf(done.by)}, {dateAndTime(done.at)}: <span className="prewrap">{done.outcome}</span>
            </>
          )}
        </>
      }
      due={due?.words}
      late={due?.late ?? false}
      action={
        mayChange ? (
          <Button small onClick={() => onChange(action)}>
            {done === null ? 'Mark done' : 'Open again'}
            <VisuallyHidden> {what}</VisuallyHidden>
          </Button>
        ) : null
      }
    />
  );
}

interface ListProps {
  readonly title: string;
  readonly actions: readonly Action[];
  readonly page: ConcernPage;
  readonly onChange: (action: Action) => void;
  readonly empty?: string;
}

function ActionList({ title, actions, page, onChange, empty }: ListProps) {
  const { register } = useSignedIn();
  if (actions.length === 0 && empty === undefined) return null;
  return (
    <Card title={title} flush>
      <WorkList label={title}>
        {actions.map((action) => (
          <ActionRow
            key={`${action.decision} ${action.action}`}
            action={action}
            mayChange={page.mayDecide || action.owner === register.me}
            onChange={onChange}
          />
        ))}
        {actions.length === 0 ? <WorkRow title={empty} /> : null}
      </WorkList>
    </Card>
  );
}

function Actions({ page }: { readonly page: ConcernPage }) {
  const [changing, setChanging] = useState<Action | null>(null);
  const { actions } = page.state;
  if (actions.length === 0) {
    return (
      <Card>
        <Empty icon="check" title="No actions yet" text="A decision can ask people to do something. It shows here." />
      </Card>
    );
  }
  return (
    <>
      <ActionList
        title="To do"
        actions={actions.filter(({ done }) => done === null)}
        page={page}
        onChange={setChanging}
        empty="Everything is done."
      />
      <ActionList
        title="Done"
        actions={actions.filter(({ done }) => done !== null)}
        page={page}
        onChange={setChanging}
      />
      {changing === null ? null : (
        <ActionDialog concern={page.concern} action={changing} onClose={() => setChanging(null)} />
      )}
    </>
  );
}

export function ConcernActions() {
  return <ConcernLayout tab="actions">{(page) => <Actions page={page} />}</ConcernLayout>;
}
