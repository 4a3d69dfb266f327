export const columns = {
  w: 'worker',
  s: 'supervisor',
  l: 'lead',
  d: 'deputy',
  m: 'manager',
  f: 'founder',
  r: 'recovery',
  g: 'gone',
} as const;
export type Letter = keyof typeof columns;
export type Expected = 'allowed' | 'notYours' | 'locked' | 'alreadyUnlocked';

/**
 * Whom the gate lets call what, by hand, for every call: first with the log unlocked by a link worker, supervisor, lead,
 * deputy, manager, and the founder while founding; after the bar with the log locked, before the same, somebody with a
 * recovery half (r) and somebody who has left (g), who get no further. A letter is allowed, a dash is not theirs;
 * `locked` and `unlocked` say that nobody is let through in that state. What those let through may do with a record is
 * the rule of the record, asked afterwards: `tests/unit/policy/entitled.test.ts`.
 */
export const table: Readonly<Record<string, string>> = {
  'store.lock': 'w s l d m f | locked',
  'store.prove': 'w s l d m f | locked',
  'store.changePassphrase': 'w s l d m f | locked',
  'register.show': 'w s l d m f | locked',
  'register.addPractice': 'w s l d m f | locked', // In founding the founder has no role yet; the rule of the register refuses others.
  'register.addStaff': 'w s l d m f | locked',
  'register.grantRole': 'w s l d m f | locked',
  'register.confirmRole': 'w s l d m f | locked',
  'register.endRole': '- - - - m f | locked',
  'register.assignSupervisor': '- - - - m f | locked',
  'register.endSupervisor': '- - - - m f | locked',
  'register.declareConnection': 'w s l d m f | locked',
  'register.endConnection': '- s l d - - | locked',
  'register.nameAwayReader': 'w s l d m f | locked',
  'register.coverAbsence': 'w s l d m f | locked',
  'register.appointCover': '- s l d m f | locked',
  'register.confirmCover': 'w s l d m f | locked',
  'register.endCover': 'w s l d m f | locked',
  'register.seenCover': 'w s l d m f | locked',
  'register.leaving': 'w s l d m f | locked',
  'register.checkLeaving': 'w s l d m f | locked',
  'register.handOver': 'w s l d m f | locked',
  'register.leave': '- - - - m f | locked',
  'register.settingUp': 'w s l d m f | locked',
  'register.letInAgain': 'w s l d m f | locked', // Who vouches for a colleague is the rule of the register.
  'register.confirmKeys': 'w s l d m f | locked',
  'register.tryRecovery': 'w s l d m f | locked',
  'register.recoveryReach': 'w s l d m f | locked', // Numbers only.
  'register.replaceRecovery': 'w s l d m f | locked',
  'register.confirmRecovery': 'w s l d m f | locked',
  'register.withdrawRecovery': 'w s l d m f | locked',
  'register.waiting': 'w s l d m f | locked',
  'register.setContact': 'w s l d m f | locked',
  'register.changeSetting': '- - - - m f | locked',
  'register.reviewFounding': '- - l d - - | locked',
  'people.add': 'w s l d m f | locked',
  'people.change': 'w s l d m f | locked',
  'people.list': 'w s l d m f | locked',
  'people.find': 'w s l d m f | locked',
  'people.show': 'w s l d m f | locked',
  'people.patterns': 'w s l d m f | locked',
  'people.timeline': 'w s l d m f | locked',
  'people.like': 'w s l d m f | locked',
  'people.pairs': 'w s l d m f | locked',
  'people.join': 'w s l d m f | locked',
  'people.part': 'w s l d m f | locked',
  'people.keepApart': 'w s l d m f | locked',
  'people.linkHousehold': 'w s l d m f | locked',
  'people.unlinkHousehold': 'w s l d m f | locked',
  'people.chronology': 'w s l d m f | locked',
  'people.addEvent': 'w s l d m f | locked',
  'people.withdrawEvent': 'w s l d m f | locked',
  'concerns.raise': 'w s l d m f | locked',
  'concerns.tell': 'w s l d m f | locked',
  'concerns.acknowledge': 'w s l d m f | locked',
  'concerns.addInformation': 'w s l d m f | locked',
  'concerns.decide': 'w s l d m f | locked',
  'concerns.share': 'w s l d m f | locked',
  'concerns.finishAction': 'w s l d m f | locked',
  'concerns.reopenAction': 'w s l d m f | locked',
  'concerns.referOutside': 'w s l d m f | locked',
  'concerns.answerOutside': 'w s l d m f | locked',
  'concerns.chase': 'w s l d m f | locked',
  'concerns.takeAdvice': 'w s l d m f | locked',
  'concerns.review': 'w s l d m f | locked',
  'concerns.escalate': 'w s l d m f | locked',
  'concerns.answerEscalation': 'w s l d m f | locked',
  'concerns.close': 'w s l d m f | locked',
  'concerns.reopen': 'w s l d m f | locked',
  'concerns.link': 'w s l d m f | locked',
  'concerns.unlink': 'w s l d m f | locked',
  'concerns.enterInError': 'w s l d m f | locked',
  'concerns.takeErrorBack': 'w s l d m f | locked',
  'concerns.confirm': 'w s l d m f | locked',
  'concerns.noteGpRecord': 'w s l d m f | locked',
  'concerns.decideSharing': 'w s l d m f | locked',
  'concerns.recordReport': 'w s l d m f | locked',
  'concerns.awaited': 'w s l d m f | locked', // Of the concerns that one reads.
  'concerns.startPracticeRun': 'w s l d m f | locked',
  'concerns.waiting': 'w s l d m f | locked',
  'concerns.lateDecisions': 'w s l d m f | locked', // Numbers only.
  'concerns.list': 'w s l d m f | locked',
  'concerns.open': 'w s l d m f | locked',
  'concerns.whoReads': 'w s l d m f | locked',
  'concerns.actions': 'w s l d m f | locked',
  'concerns.trail': 'w s l d m f | locked',
  'restricted.raise': 'w s l d m f | locked',
  'restricted.couldRead': 'w s l d m f | locked', // Names of colleagues only.
  'restricted.couldReadToo': 'w s l d m f | locked',
  'restricted.addReader': 'w s l d m f | locked',
  'restricted.removeReader': 'w s l d m f | locked',
  'restricted.list': 'w s l d m f | locked',
  'concerns.placePerson': 'w s l d m f | locked',
  'concerns.takePersonOut': 'w s l d m f | locked',
  'concerns.recordRiskChecklist': 'w s l d m f | locked',
  'concerns.recordBodyMap': 'w s l d m f | locked',
  'concerns.beforeContact': 'w s l d m f | locked',
  'referrals.send': 'w s l d m f | locked',
  'referrals.answer': 'w s l d m f | locked',
  'referrals.noteSeen': 'w s l d m f | locked',
  'referrals.chase': 'w s l d m f | locked',
  'referrals.tellPerson': 'w s l d m f | locked',
  'referrals.list': 'w s l d m f | locked',
  'referrals.open': 'w s l d m f | locked',
  'supervision.record': '- s l d - - | locked',
  'supervision.sign': 'w s l d m f | locked',
  'supervision.comment': 'w s l d m f | locked',
  'supervision.list': 'w s l d m f | locked',
  'supervision.open': 'w s l d m f | locked',
  'supervision.due': 'w s l d m f | locked', // About oneself, and those whom one supervises.
  'drafts.save': 'w s l d m f | locked',
  'drafts.discard': 'w s l d m f | locked',
  'drafts.mine': 'w s l d m f | locked',
  'drafts.open': 'w s l d m f | locked',
  'drafts.late': '- s l d - - | locked',
  'audit.page': '- - l d m f | locked',
  'audit.check': '- - l d m f | locked',
  'audit.notePrint': 'w s l d m f | locked',
  'audit.export': '- - l d m f | locked',
  'audit.exportEvidence': '- - l d m f | locked',
  'backup.setPlace': '- - l d m f | locked',
  'backup.make': 'w s l d m f | locked',
  'backup.makeIfDue': 'w s l d m f | locked',
  'backup.show': 'w s l d m f | locked',
  'backup.summary': 'w s l d m f | locked',
  'backup.drill': 'w s l d m f | locked',
  'backup.look': 'unlocked | w s l d m f r g',
  'backup.restore': 'unlocked | w s l d m f r g',
  'store.status': 'unlocked | w s l d m f r g',
  'store.phoneNumbers': 'unlocked | w s l d m f r g',
  'store.createDemo': 'unlocked | w s l d m f r g',
  'store.create': 'unlocked | w s l d m f r g',
  'store.recover': 'unlocked | w s l d m f r g',
  'store.unlock': 'unlocked | w s l d m f r g',
};

export const unlockedOnly: readonly Letter[] = ['w', 's', 'l', 'd', 'm', 'f'];
export const everybody: readonly Letter[] = [...unlockedOnly, 'r', 'g'];

/** The cell of a call, of one person in one state. Throws where the table has none. */
export function cell(name: string, letter: Letter, state: 'locked' | 'unlocked'): Expected {
  const [unlocked = '', locked = ''] = (table[name] ?? '').split(' | ');
  const side = state === 'unlocked' ? unlocked : locked;
  if (side === 'locked') return 'locked';
  if (side === 'unlocked') return 'alreadyUnlocked';
  const order = state === 'unlocked' ? unlockedOnly : everybody;
  const mark = side.split(' ')[order.indexOf(letter)];
  if (mark !== letter && mark !== '-') throw new Error(`no cell for ${name}, ${columns[letter]}, ${state}`);
  return mark === '-' ? 'notYours' : 'allowed';
}
