import { useForm } from 'react-hook-form';
import type { SessionPage } from '../../shared/contract/supervision.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { dateAndTime } from '../words/dates.ts';

function AddComment({ session }: Pick<SessionPage, 'session'>) {
  const form = useForm({ ...formRules, defaultValues: { comment: '' } });
  const saving = useSaving({ form });
  const save = async (): Promise<void> => {
    const done = await saving.save(() => log.supervision.comment({ session, ...form.getValues() }));
    if (done !== undefined) form.reset();
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Add a comment">
      <TextArea
        of={form}
        name="comment"
        label="Add a comment"
        hint="Everybody who was there can read it. It stands beside the record and cannot be changed."
        rows={3}
        max={4_000}
      />
      <SaveButton busy={saving.busy}>Add the comment</SaveButton>
    </Form>
  );
}

/** What was said about the record later, and room for more. */
export function Comments({ page }: { readonly page: SessionPage }) {
  const { nameOf } = useSignedIn();
  const { comments } = page.state;
  return (
    <Card title="Comments">
      {comments.map(({ by, at, comment }) => (
        <div key={`${by} ${at}`}>
          <p>
            <strong>{nameOf(by)}</strong> <span className="small muted">{dateAndTime(at)}</span>
            <br />
            <span className="prewrap">{comment}</span>
          </p>
        </div>
      ))}
      <div className="no-print">
        <AddComment session={page.session} />
      </div>
    </Card>
  );
}
