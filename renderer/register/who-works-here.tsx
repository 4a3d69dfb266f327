import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StaffLine, WaitingRole } from '../../shared/contract/register.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { roleWords } from '../../shared/domain/roles.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Details } from '../ui/details.tsx';
import { Banner } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';
import { Tag } from '../ui/tag.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { longDate } from '../words/dates.ts';
import { AddPractice } from './add-practice.tsx';
import { CoverList } from './cover-list.tsx';
import { isOpenCover } from './cover-words.ts';
import { GiveRole, noPracticeYet } from './give-role.tsx';
import { LetInWaiting } from './let-in-waiting.tsx';
import { NameSupervisor } from './name-supervisor.tsx';
import { NextStep, thenUnlock } from './next-step.tsx';
import { PassphrasesCard } from './passphrases-card.tsx';
import { StillToDo } from './still-to-do.tsx';
import { whoConfirms } from './waiting-role-words.ts';
import { WhoReads } from './who-reads.tsx';

const listWords = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function Roles({ line }: { readonly line: StaffLine }) {
  const { practiceName } = useSignedIn();
  if (line.roles.length === 0) return 'No role yet';
  const alike = Map.groupBy(line.roles, ({ role, stands }) => `${role} ${stands}`);
  return (
    <ul className="nhsuk-list small">
      {[...alike].map(([key, [held, ...others]]) => {
        if (held === undefined) return null;
        const where = listWords.format([held, ...others].map(({ practice }) => practiceName(practice)));
        return (
          <li key={key}>
            {roleWords[held.role]}, {where} {!held.stands && <Tag colour="yellow">Waits for a second person</Tag>}
          </li>
        );
      })}
    </ul>
  );
}

/** Who worked here before: what they wrote still carries their names. */
function Left({ lines }: { readonly lines: readonly StaffLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Details summary={`People who have left (${lines.length})`}>
      <ul className="nhsuk-list">
        {lines.map(({ staff, name, lastDay }) => (
          <li key={staff}>
            <Link to="/practice/staff/$staff" params={{ staff }}>
              {name}
            </Link>
            {lastDay === null ? ', left' : `, left on ${longDate(lastDay)}`}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Covers() {
  const { register } = useSignedIn();
  const open = register.covers.filter(isOpenCover);
  if (open.length === 0) return null;
  return (
    <Card title="Absence cover" flush>
      <CoverList lines={open} label="Absence cover" />
    </Card>
  );
}

function Waiting({ waiting }: { readonly waiting: readonly WaitingRole[] }) {
  const signedIn = useSignedIn();
  const { nameOf, practiceName } = signedIn;
  const saving = useSaving();
  if (waiting.length === 0) return null;
  return (
    <Card title="Roles that wait for a second person" flush>
      {saving.problem !== null && <Problem sentence={saving.problem} />}
      <WorkList>
        {waiting.map(({ staff, role, practice, grantedBy, confirmers, mayConfirm }) => (
          <WorkRow
            key={`${staff} ${role} ${practice}`}
            title={`${nameOf(staff)}: ${roleWords[role].toLowerCase()}, ${practiceName(practice)}`}
            meta={`Given by ${nameOf(grantedBy)}. ${whoConfirms(confirmers, signedIn)}`}
            action={
              mayConfirm && (
                <Button
                  small
                  onClick={() => void saving.save(() => log.register.confirmRole({ staff, role, practice }))}
                >
                  Confirm <VisuallyHidden>{`${nameOf(staff)} as ${roleWords[role].toLowerCase()}`}</VisuallyHidden>
                </Button>
              )
            }
          />
        ))}
      </WorkList>
    </Card>
  );
}

function Review({ onReviewed }: { readonly onReviewed: () => void }) {
  const saving = useSaving();
  const review = async (): Promise<void> => {
    const done = await saving.save(() => log.register.reviewFounding({}));
    if (done !== undefined) onReviewed();
  };
  return (
    <Card title="Look at how the log was set up">
      <p>
        Whoever set the log up gave the first roles alone. You are the first lead. If the roles below are right, say so
        once.
      </p>
      {saving.problem !== null && <Problem sentence={saving.problem} />}
      <Button onClick={() => void review()}>These roles are right</Button>
    </Card>
  );
}

interface ChangeProps {
  readonly line: StaffLine;
  readonly onGive: () => void;
  readonly onName: () => void;
}

function Change({ line, onGive, onName }: ChangeProps) {
  const { register } = useSignedIn();
  if (register.practices.length === 0) return noPracticeYet;
  return (
    <div className="row-actions">
      <Button small onClick={onGive}>
        Give a role <VisuallyHidden>to {line.name}</VisuallyHidden>
      </Button>
      {line.roles.some(({ role }) => role === 'link-worker') && (
        <Button small onClick={onName}>
          Name a supervisor <VisuallyHidden>for {line.name}</VisuallyHidden>
        </Button>
      )}
    </div>
  );
}

function supervisedBy({ roles, supervisors }: StaffLine, nameOf: (staff: StaffId) => string): string {
  if (supervisors.length > 0) return supervisors.map(nameOf).join(', ');
  return roles.some(({ role }) => role === 'link-worker') ? 'Nobody named' : 'Does not apply';
}

/** Staff, roles, supervisors and practices. Everybody may look; managers change it. */
export function WhoWorksHere() {
  const { register, isManager, isLead, nameOf } = useSignedIn();
  const [giving, setGiving] = useState<StaffId | null>(null);
  const [naming, setNaming] = useState<StaffId | null>(null);
  const [reviewed, setReviewed] = useState(false);
  const settingUp = isManager && !register.reviewed;
  const works = register.staff.filter(({ active }) => active);
  return (
    <Page
      title="Who works here"
      caption={settingUp ? 'Set up a log: page 2 of 3' : register.name}
      actions={
        <>
          <Link to="/practice/numbers" className={buttonClass()}>
            Phone numbers
          </Link>
          <Link to="/practice/settings" className={buttonClass()}>
            Settings
          </Link>
          <Link to="/practice/backup" className={buttonClass()}>
            Backups
          </Link>
          {isManager && (
            <Link to="/practice/add" className={buttonClass({ kind: 'primary' })}>
              Add a colleague
            </Link>
          )}
        </>
      }
    >
      {reviewed && <Banner kind="success" heading="Saved: you looked at how the log was set up" />}
      {isLead && !register.reviewed && <Review onReviewed={() => setReviewed(true)} />}
      <Waiting waiting={register.waitingForConfirmation} />
      <LetInWaiting />
      {isManager && <AddPractice />}
      {register.founding && <StillToDo />}
      <Card title="Staff" flush>
        <DataTable
          caption="Staff, roles and supervisors"
          columns={[
            { key: 'name', label: 'Name' },
            { key: 'roles', label: 'Roles' },
            { key: 'supervisor', label: 'Supervised by' },
            ...(isManager ? [{ key: 'change', label: 'Change' }] : []),
          ]}
          rows={works.map((line) => ({
            key: line.staff,
            cells: [
              <>
                <Link to="/practice/staff/$staff" params={{ staff: line.staff }}>
                  {line.name}
                </Link>
                <br />
                <span className="small muted">{line.jobTitle}</span>
              </>,
              <Roles key="roles" line={line} />,
              supervisedBy(line, nameOf),
              ...(isManager
                ? [
                    <Change
                      key="change"
                      line={line}
                      onGive={() => setGiving(line.staff)}
                      onName={() => setNaming(line.staff)}
                    />,
                  ]
                : []),
            ],
          }))}
        />
      </Card>
      <Left lines={register.staff.filter(({ active }) => !active)} />
      <Covers />
      {giving !== null && <GiveRole staff={giving} onClose={() => setGiving(null)} />}
      {naming !== null && <NameSupervisor staff={naming} onClose={() => setNaming(null)} />}
      <WhoReads mayChange={isManager} />
      <PassphrasesCard />
      {settingUp && <NextStep to="/practice/numbers" next="Next: phone numbers" then={thenUnlock} />}
    </Page>
  );
}
