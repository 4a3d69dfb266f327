import { standingOf } from '../../shared/policy/referral-course.ts';
import { prepared } from '../store/log/statements.ts';
import { projection } from '../store/view/view.ts';

export const referralsProjection = projection({
  kind: 'referral',
  tables: `
    CREATE TABLE referral (
      thread TEXT PRIMARY KEY, person TEXT NOT NULL, sent_to TEXT NOT NULL, purpose TEXT NOT NULL, urgency TEXT NOT NULL,
      sent_on TEXT NOT NULL, reply_by TEXT, sent_by TEXT NOT NULL, recipient TEXT, concern TEXT, answer TEXT, chased_by TEXT NOT NULL,
      urgency_name TEXT, recorded_at TEXT NOT NULL, practice TEXT, seen INTEGER NOT NULL, person_told INTEGER NOT NULL,
      times_chased INTEGER NOT NULL
    ) STRICT;
  `,
  put(db, { thread, facts }) {
    const { sent, sentBy, chasedBy } = facts;
    const { answer, seen, personTold, replyBy } = standingOf(facts);
    prepared(db, 'INSERT OR REPLACE INTO referral VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      thread,
      sent.person,
      sent.to,
      sent.purpose,
      sent.urgency,
      sent.sentOn,
      replyBy,
      sentBy,
      sent.recipient ?? null,
      sent.concern ?? null,
      answer,
      chasedBy,
      sent.urgencyName ?? null,
      facts.recordedAt,
      sent.practice,
      Number(seen),
      Number(personTold),
      facts.chased.length,
    );
  },
});
