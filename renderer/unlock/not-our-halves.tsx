import { Guide } from '../ui/notices.tsx';

/** Each half is typed rightly, and the two together open nothing. */
export function NotOurHalves() {
  return (
    <Guide title="These two halves do not open this log" level={3}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Both sheets must be of the same day. Halves of two keys do not go together.</li>
        <li>
          It must be the newest key: one that was used or replaced has ended, and its sheets open only backups of
          before.
        </li>
        <li>Halves that were made in place of a lost one count only once a second colleague has confirmed them.</li>
        <li>It must be the key of this log. A practice that set up another log has another key.</li>
      </ul>
    </Guide>
  );
}
