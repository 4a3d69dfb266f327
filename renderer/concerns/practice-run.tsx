import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { Look, useLook } from '../look.tsx';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Banner, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';
import { Tag } from '../ui/tag.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { whenWords } from '../words/dates.ts';
import { useNames } from './who-reads.tsx';

interface StepProps {
  readonly words: string;
  readonly done: boolean;
  readonly meta: ReactNode;
  readonly action?: ReactNode;
}

function Step({ words, done, meta, action }: StepProps) {
  return (
    <WorkRow
      title={
        <>
          {words} <Tag colour={done ? 'green' : 'yellow'}>{done ? 'Done' : 'To do'}</Tag>
        </>
      }
      meta={meta}
      action={done ? null : action}
    />
  );
}

function toldOf({ state }: ConcernPage) {
  return state.told.findLast(({ reached }) => reached);
}

/** Told, acknowledged and read by somebody: all that there is to practise. */
function isFinished(page: ConcernPage): boolean {
  return toldOf(page) !== undefined && page.state.acknowledgedAt !== null && page.readBy.length > 0;
}

function Progress({ page }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const names = useNames();
  const { concern, reference, state, readBy, deciders } = page;
  const told = toldOf(page);
  const params = { concern };
  const small = buttonClass({ small: true });
  return (
    <>
      {isFinished(page) && (
        <Banner kind="success" heading="Your practice run is finished">
          <p>There is nothing to tidy up: it stays in the log, marked as a practice run, and is never counted.</p>
        </Banner>
      )}
      <Card
        title={`Practice run ${reference}`}
        actions={
          <Link to="/concerns/$concern" params={params}>
            Open it
          </Link>
        }
        flush
      >
        <WorkList label="Practice run">
          <Step words="1. Raise it" done meta={`Saved ${whenWords(state.raisedAt)}.`} />
          <Step
            words="2. Tell somebody, and write down whom"
            done={told !== undefined}
            meta={told === undefined ? sendsNothing : `Told ${told.who}, ${whenWords(told.at)}.`}
            action={
              <Link to="/concerns/$concern/tell" params={params} className={small}>
                Record who you told
              </Link>
            }
          />
          <Step
            words="3. Somebody who decides acknowledges it"
            done={state.acknowledgedAt !== null}
            meta={
              state.acknowledgedAt !== null
                ? `Owner: ${state.owner === null ? 'nobody' : nameOf(state.owner)}, ${whenWords(state.acknowledgedAt)}.`
                : deciders.length === 0
                  ? 'Nobody reads concerns at this practice yet. A practice manager names somebody.'
                  : `${names(deciders)} signs in on this computer and finds it on Today.`
            }
          />
          <Step
            words="4. See that it was read"
            done={readBy.length > 0}
            meta={
              readBy.length === 0
                ? 'Nobody but you has opened it yet.'
                : `Read by ${readBy.map(({ staff, at }) => `${nameOf(staff)}, ${whenWords(at)}`).join('; ')}.`
            }
          />
        </WorkList>
      </Card>
      {state.acknowledgedAt === null && (
        <p>
          You can lock the log now and come back. When you sign in again, Today says whether your practice run was
          acknowledged and leads to this page. It also stands in Concerns, under “Practice runs”.
        </p>
      )}
    </>
  );
}

function Raised({ concern }: { readonly concern: ThreadId }) {
  const at = useLook('concerns', 'open', { concern });
  return (
    <Look at={at} what="your practice run">
      {(page) => <Progress page={page} />}
    </Look>
  );
}

function Begin() {
  const saving = useSaving();
  const navigate = useNavigate();
  const begin = async (): Promise<void> => {
    const begun = await saving.save(() => log.concerns.startPracticeRun({}));
    if (begun !== undefined) await navigate({ to: '/concerns/new', search: { person: begun.person } });
  };
  return (
    <Card title="Raise a concern about somebody invented">
      {saving.problem !== null && <Problem sentence={saving.problem} />}
      <p>
        The log has a person built in who does not exist. You raise a concern about them as you would about anybody,
        tell a colleague, and see that they acknowledge it. It takes about five minutes.
      </p>
      <Button kind="primary" aria-disabled={saving.busy || undefined} onClick={() => void begin()}>
        Begin the practice run
      </Button>
    </Card>
  );
}

/** One's first concern, about nobody: raised, told, acknowledged, read. */
export function PracticeRun() {
  const concerns = useLook('concerns', 'list', {});
  return (
    <Page title="Practice run" after="A first concern about somebody invented, to learn the way.">
      <div className="layout layout--form">
        <div>
          <Look at={concerns} what="your practice run">
            {(lines) => {
              const run = lines.find(({ mine, practiceRun }) => mine && practiceRun);
              return run === undefined ? <Begin /> : <Raised concern={run.concern} />;
            }}
          </Look>
        </div>
        <div>
          <Guide title="What is different">
            <p>Everywhere it shows, it says “Practice run”: in lists, on its page, and on paper.</p>
            <p>It is counted nowhere, waits in nobody’s list of work, and nobody can be referred for it.</p>
            <p>Invent what you write. Do not practise on somebody real.</p>
          </Guide>
        </div>
      </div>
    </Page>
  );
}
