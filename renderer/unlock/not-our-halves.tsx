import { Guide } from '../ui/notices.tsx';

/** Each half is typed rightly, and the two together open nothing. */
export function NotOurHalves() {
  return (
    <Guide title="These two halves do not open this log" level={3}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Both sheets must be of the same day. Halves of two keys do not go together.</li>
        <li>It must be the newest key: one that was used has ended, and its sheets open only backups of before.</li>
        <li>It must be the key of this log. A practice that set up another log has another key.</li>
      </ul>
    </Guide>
  );
}
