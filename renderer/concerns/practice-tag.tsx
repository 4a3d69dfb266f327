import { Tag } from '../ui/tag.tsx';

/** Of whatever is about nobody real. */
export function PracticeTag() {
  return <Tag colour="purple">Practice run</Tag>;
}
