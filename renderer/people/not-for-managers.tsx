import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/notices.tsx';

interface Props {
  readonly title: string;
  /** Who reads it instead, and what a manager sees. */
  readonly text: string;
}

/** Stands where managers would look for records that are not theirs to read. */
export function NotForManagers({ title, text }: Props) {
  return (
    <Card>
      <Empty title={title} icon="lock" text={text} />
    </Card>
  );
}
