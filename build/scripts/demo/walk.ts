import type { Demo } from '../../../electron/demo/build.ts';
import { idOf } from '../../../electron/demo/cast.ts';
import { type StaffKey, staff } from '../../../electron/demo/data/staff.ts';
import { must } from '../../../electron/demo/perform.ts';
import type { Router } from '../../../electron/store/router.ts';
import { sentenceFor } from '../../../shared/contract/failures.ts';
import type { LogClient } from '../../../shared/contract/index.ts';
import { referenceOf } from '../../../shared/domain/reference.ts';
import { roleWords } from '../../../shared/domain/roles.ts';
import { cut, heading, line, listed, plain } from './page.ts';

/** One person who signs in to show what their keys open. */
interface Visit {
  readonly who: StaffKey;
  readonly because: string;
  /** A concern that they open, if they read any. */
  readonly opens?: string;
  /** One that they try and cannot. */
  readonly tries: string;
  readonly cannot: string;
}

const visits: readonly Visit[] = [
  {
    who: 'amina',
    because: 'their own records, for as long as those are kept; nothing of a colleague',
    opens: 'leah',
    tries: 'walter',
    cannot: 'raised by Tom F.',
  },
  {
    who: 'menon',
    because: 'what Tom F. writes, as supervisor; and Quillgate, where nobody leads, as fallback',
    opens: 'ivor',
    tries: 'leah',
    cannot: 'neither raised by Tom F. nor of Quillgate',
  },
  {
    who: 'illing',
    because: 'deputy at Alderfield; and one concern of Wren Street, shared for cover',
    opens: 'kieran',
    tries: 'prakash',
    cannot: 'of Alderfield, but a declared connection: family',
  },
  {
    who: 'fenwick',
    because: 'lead at three practices; of sessions, only the one that this lead held',
    opens: 'kayleigh',
    tries: 'ivor',
    cannot: 'of Quillgate, which is not one of the three',
  },
  {
    who: 'sedley',
    because: 'no person, no concern, no session; that they happened stands in the audit log',
    tries: 'leah',
    cannot: 'a manager reads no record',
  },
];

/** Signs somebody in, for as long as `work` takes. */
async function as(router: Router, demo: Demo, who: StaffKey, work: (log: LogClient) => Promise<void>): Promise<void> {
  const log = router.client();
  await must(log.store.unlock({ staff: idOf(demo.cast.staff, who), passphrase: staff[who].passphrase }));
  try {
    await work(log);
  } finally {
    await must(log.store.lock({}));
  }
}

async function showRoles(log: LogClient, who: StaffKey): Promise<void> {
  const { practices, staff: lines, me } = await must(log.register.show({}));
  const nameOf = new Map(practices.map(({ practice, name }) => [practice, name]));
  const held = lines.find((one) => one.staff === me)?.roles.filter(({ stands }) => stands) ?? [];
  const byRole = Map.groupBy(held, ({ role }) => role);
  const words = [...byRole].map(
    ([role, at]) => `${roleWords[role]}, ${at.map(({ practice }) => nameOf.get(practice)).join(', ')}`,
  );
  heading(`${staff[who].name}   ${words.join('; ')}`);
}

async function showLists(log: LogClient): Promise<void> {
  const people = await must(log.people.list({}));
  line('people', listed(people.map(({ name }) => name)));
  const concerns = await must(log.concerns.list({}));
  line('concerns', listed(concerns.map(({ reference, name }) => `${reference} ${name}`)));
  const referrals = await must(log.referrals.list({}));
  line(
    'referrals',
    listed(referrals.map(({ reference, to, answer }) => `${reference} ${to.split(',')[0]}: ${answer ?? 'no answer'}`)),
  );
  const sessions = await must(log.supervision.list({}));
  line(
    'sessions',
    listed(sessions.map(({ reference, kind, signed }) => `${reference} ${kind}${signed ? '' : ', not all signed'}`)),
  );
  const mine = await must(log.drafts.mine({}));
  if (mine.length > 0) line('drafts', `${mine.length} of their own, left open`);
  const late = await log.drafts.late({});
  if (late.ok)
    line('drafts', `sees that ${late.value.length} of colleagues wait, since when and whose; never what they say`);
}

async function showConcern(log: LogClient, demo: Demo, { opens }: Visit): Promise<void> {
  if (opens === undefined) return;
  const { reference, state, readers, entries, stillToAdd } = await must(
    log.concerns.open({ concern: idOf(demo.cast.concerns, opens) }),
  );
  line('opens', `${reference}: “${cut(state.raised.what, 74)}”`);
  line(
    '',
    `${entries.length} entries, ${state.decisions.length} decided, ${readers.length} readers, ${stillToAdd.length} questions still open`,
  );
}

async function showRefusal(log: LogClient, demo: Demo, { tries, cannot }: Visit): Promise<void> {
  const concern = idOf(demo.cast.concerns, tries);
  const answer = await log.concerns.open({ concern });
  if (answer.ok) throw new Error('somebody reads what they should not');
  line('cannot', `${referenceOf('C', concern)} (${cannot}):`);
  line('', sentenceFor(answer.failure));
}

async function showTimeline(log: LogClient, demo: Demo): Promise<void> {
  const { total, entries } = await must(log.people.timeline({ person: idOf(demo.cast.people, 'leah') }));
  line('timeline', `of Leah Marsden, ${total} entries`);
  for (const { recordedAt, words, by } of entries) {
    line('', `${recordedAt.slice(0, 16).replace('T', ' ')}  ${words.padEnd(36)} ${by.name}`);
  }
}

async function showAudit(log: LogClient): Promise<void> {
  const { total } = await must(log.audit.page({ from: null, to: null }));
  line('audit', `${total} entries: who did what, when and to which record; people by reference, never by name`);
  for (const what of ['concern.raised', 'concern.viewed', 'concern.decided', 'session.signed', 'access.changed']) {
    const { lines } = await must(log.audit.page({ from: null, to: null, what, limit: 1 }));
    for (const { at, who, what: happened, record, about } of lines) {
      const where = [record, about].filter((one) => one !== null).join(' ');
      line('', `${at.slice(0, 16).replace('T', ' ')}  ${happened.padEnd(30)} ${(who?.name ?? '').padEnd(18)} ${where}`);
    }
  }
}

function introduce(): void {
  plain('\n  What somebody reads is decided by the keys they hold, and each key is sealed to its readers alone.');
}

/** Signs in as each role in turn, prints what they read and what they cannot; the manager's visit ends with `last`. */
export async function walk(router: Router, demo: Demo, last: (log: LogClient) => Promise<void>): Promise<void> {
  introduce();
  for (const visit of visits) {
    await as(router, demo, visit.who, async (log) => {
      await showRoles(log, visit.who);
      line('reads', visit.because);
      await showLists(log);
      await showConcern(log, demo, visit);
      await showRefusal(log, demo, visit);
      if (visit.who === 'fenwick') await showTimeline(log, demo);
      if (visit.who !== 'sedley') return;
      await showAudit(log);
      await last(log);
    });
  }
}
