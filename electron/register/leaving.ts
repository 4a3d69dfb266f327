import type { registerCalls } from '../../shared/contract/register.ts';
import type { HandedOver, Hindrance, LeavingPage, Sealed } from '../../shared/contract/staffing.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { rolesOfTwo } from '../../shared/domain/roles.ts';
import { registerHindrances } from '../../shared/policy/register/leaving.ts';
import { holdsRole, isActive, manages } from '../../shared/policy/register-state.ts';
import { handOverConcernWork, refusalOfHandingOver as refusalOfConcernWork } from '../concerns/commands.ts';
import { handOverReferral, refusalOfReferral } from '../referrals/commands.ts';
import { type Context, type Handlers, mustNotLieAhead, NotFound } from '../store/context.ts';
import { deleteDraft, draftMarks } from '../store/log/drafts.ts';
import { Refused, type Writing } from '../store/log/write.ts';
import { wouldRefuse } from '../store/would.ts';
import { append, change, sealOff } from './append.ts';
import { openWorkOf, type Piece, unseenWork } from './open-work.ts';

type Commands = Pick<Handlers<typeof registerCalls>, 'checkLeaving' | 'handOver' | 'leave'>;
type Leave = Parameters<Commands['leave']>[0];

function draftsOf({ store }: Context, staff: StaffId) {
  return draftMarks(store.log).filter(({ author }) => author === staff);
}

/** What only the records and the drafts know to stand in the way, in sentences. */
function workHindrances(context: Context, staff: StaffId): readonly Hindrance[] {
  const { unchecked, canCheck, onlyTheirs } = unseenWork(context, staff);
  const line = (what: Hindrance['what'], count: number, sentence: string, who: readonly StaffId[] = []): Hindrance => ({
    what,
    count,
    sentence,
    practices: [],
    staff: who,
  });
  const lines = [
    line(
      'drafts',
      draftsOf(context, staff).length,
      'They have drafts that are not finished. They must finish or discard them first.',
    ),
    line('open-work', openWorkOf(context, staff).length, 'Work of theirs is open. Hand it over first.'),
    line(
      'unchecked',
      unchecked.length,
      'Nobody has looked yet whether work of theirs is open. They, or colleagues who read it, must sign in and look.',
      canCheck,
    ),
    line(
      'only-reader',
      onlyTheirs.length,
      'Nobody else reads some of their records. Name a supervisor for them, or a fallback reader, first.',
    ),
  ];
  return lines.filter(({ count }) => count > 0);
}

function hindrances(context: Context, staff: StaffId): readonly Hindrance[] {
  const known = registerHindrances(context.register, staff);
  const lines = known.map((one) => ({ ...one, count: Math.max(1, one.practices.length + one.staff.length) }));
  return [...lines, ...workHindrances(context, staff)];
}

function leavingPage(context: Context, staff: StaffId): LeavingPage {
  const { me, register } = context;
  if (!register.staff.has(staff)) throw new NotFound();
  if (staff !== me && !manages(register, me) && !holdsRole(register, me, rolesOfTwo))
    throw new Refused('Only they themselves, a practice manager, supervisor or safeguarding lead can see this.');
  const place = { thread: register.thread, about: null };
  const found = isActive(register, staff) ? hindrances(context, staff) : [];
  const openWork = openWorkOf(context, staff).map(({ action: _, ...work }) => work);
  const leaves = { staff, reason: 'other', lastDay: context.today(), cannotSignIn: false, draftsLost: 0 } as const;
  return {
    staff,
    active: isActive(register, staff),
    hindrances: found,
    openWork,
    mayCheck: openWork.length === 0 && wouldRefuse(context, 'leaving.checked', place, { staff }) === null,
    mayLeave: found.length === 0 && wouldRefuse(context, 'staff.left', place, leaves) === null,
  };
}

export const leavingQueries: Pick<Handlers<typeof registerCalls>, 'leaving'> = {
  leaving: ({ staff }, context) => leavingPage(context, staff),
};

interface Handing {
  readonly to: StaffId;
  readonly why: string;
}

function refusalOf(context: Context, { kind, record, action }: Piece, handing: Handing): string | null {
  return kind === 'referral'
    ? refusalOfReferral(context, record, handing)
    : refusalOfConcernWork(context, { concern: record, action }, handing);
}

function handOne(context: Context, writing: Writing, { kind, record, action }: Piece, handing: Handing): void {
  if (kind === 'referral') handOverReferral(context, writing, record, handing);
  else handOverConcernWork(context, writing, { concern: record, action }, handing);
}

function handOver({ from, to, kind, records, why }: Parameters<Commands['handOver']>[0], context: Context): HandedOver {
  const wished = openWorkOf(context, from, kind).filter(({ record }) => records?.includes(record) ?? true);
  const judged = wished.map((piece) => ({ piece, sentence: refusalOf(context, piece, { to, why }) }));
  const taken = judged.filter(({ sentence }) => sentence === null);
  if (taken.length > 0)
    change(context, (writing) => {
      for (const { piece } of taken) handOne(context, writing, piece, { to, why });
    });
  const refused = judged.flatMap(({ piece: { record, reference }, sentence }) =>
    sentence === null ? [] : [{ record, reference, sentence }],
  );
  return { handedOver: taken.length, refused };
}

function leave(asked: Leave, context: Context): Sealed {
  const { staff, lastDay, cannotSignIn } = asked;
  mustNotLieAhead(context, { lastDay });
  if (!context.register.staff.has(staff)) throw new NotFound();
  const drafts = draftsOf(context, staff);
  const place = { thread: context.register.thread, about: null };
  const content = { ...asked, draftsLost: drafts.length };
  const refusal = wouldRefuse(context, 'staff.left', place, content);
  const [first] = refusal === null && !cannotSignIn ? workHindrances(context, staff) : [];
  if (refusal !== null || first !== undefined) throw new Refused(refusal ?? first?.sentence ?? '');
  change(context, (writing) => {
    // Nobody else can ever open them, and the author no longer comes.
    for (const { id } of drafts) deleteDraft(writing.log, staff, id);
    writing.append('staff.left', place, content);
  });
  return sealOff(context);
}

export const leavingCommands: Commands = {
  checkLeaving({ staff }, context) {
    if (openWorkOf(context, staff).length > 0) throw new Refused('Work of theirs is open. Hand it over first.');
    append(context, 'leaving.checked', { staff });
    return null;
  },
  handOver,
  leave,
};
