import { prepared } from '../store/log/statements.ts';
import { projection } from '../store/view/view.ts';

export const referralsProjection = projection({
  kind: 'referral',
  tables: `
    CREATE TABLE referral (
      thread TEXT PRIMARY KEY, person TEXT NOT NULL, sent_to TEXT NOT NULL, purpose TEXT NOT NULL, urgency TEXT NOT NULL,
      sent_on TEXT NOT NULL, reply_by TEXT, sent_by TEXT NOT NULL, recipient TEXT, concern TEXT, answer TEXT, chased_by TEXT NOT NULL
    ) STRICT;
  `,
  put(db, { thread, facts: { sent, sentBy, chasedBy, answers } }) {
    prepared(db, 'INSERT OR REPLACE INTO referral VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      thread,
      sent.person,
      sent.to,
      sent.purpose,
      sent.urgency,
      sent.sentOn,
      sent.replyBy ?? null,
      sentBy,
      sent.recipient ?? null,
      sent.concern ?? null,
      answers.at(-1)?.answer ?? null,
      chasedBy,
    );
  },
});
