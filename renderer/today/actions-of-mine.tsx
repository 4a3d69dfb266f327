import { Link } from '@tanstack/react-router';
import { isReal } from '../concerns/concern-status.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { dueWords } from '../words/dates.ts';

/** What decisions on concerns asked me to do and I have not done. */
export function ActionsOfMine() {
  const { register } = useSignedIn();
  const actions = useLook('concerns', 'actions', {});
  return (
    <Look at={actions} what="actions">
      {(lines) => {
        const mine = lines.filter((line) => isReal(line) && line.owner === register.me && line.done === null);
        return (
          <div id="your-actions" tabIndex={-1}>
            <Card title="Your actions" flush>
              <WorkList>
                {mine.map(({ concern, reference, decision, action, what, dueOn }) => {
                  const due = dueOn === null ? null : dueWords(dueOn);
                  return (
                    <WorkRow
                      key={`${decision} ${action}`}
                      title={what}
                      meta={<span className="nowrap">{reference}</span>}
                      due={due?.words}
                      late={due?.late ?? false}
                      action={
                        <Link
                          to="/concerns/$concern/actions"
                          params={{ concern }}
                          className={buttonClass({ small: true })}
                        >
                          Mark done<VisuallyHidden>: {what}</VisuallyHidden>
                        </Link>
                      }
                    />
                  );
                })}
                {mine.length === 0 && <WorkRow title="You have no open actions." />}
              </WorkList>
            </Card>
          </div>
        );
      }}
    </Look>
  );
}
