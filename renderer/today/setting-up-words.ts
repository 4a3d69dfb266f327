import type { SettingUpItem, SettingUpLine } from '../../shared/contract/staffing.ts';
import { whoConfirms } from '../register/waiting-role-words.ts';
import type { SignedIn } from '../signed-in.tsx';
import { lowerFirst } from '../ui/lower-first.ts';

interface Words {
  readonly title: string;
  readonly why: string;
}

const listWords = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** One sentence for all roles that wait, or, where not all can be confirmed by the same colleagues, one for each of them. */
function whoConfirmsEach(signedIn: SignedIn): string {
  const said = Map.groupBy(signedIn.register.waitingForConfirmation, ({ confirmers }) => {
    return whoConfirms(confirmers, signedIn);
  });
  if (said.size < 2) return [...said.keys()].join('');
  return [...said]
    .map(([sentence, roles]) => {
      const names = listWords.format([...new Set(roles.map(({ staff }) => signedIn.nameOf(staff)))]);
      return `${names}: ${lowerFirst(sentence)}`;
    })
    .join(' ');
}

type WordsOf = (line: SettingUpLine, signedIn: SignedIn) => Words;

const words = {
  readers: ({ practices }, { practiceName }) => ({
    title:
      practices.length === 0
        ? 'No practice has been added yet'
        : `Nobody reads concerns at ${listWords.format(practices.map(practiceName))}`,
    why: 'Name a safeguarding lead for each practice, or who reads concerns where there is none.',
  }),
  'roles-confirmed': ({ staff }, signedIn) => ({
    title: `Roles wait for a second person: ${listWords.format(staff.map(signedIn.nameOf))}`,
    why: whoConfirmsEach(signedIn),
  }),
  'first-review': () => ({
    title: 'Look at how the log was set up',
    why: 'The person who set it up gave the first roles alone. You are the first lead: look at them once.',
  }),
  supervisors: ({ staff }, { nameOf }) => ({
    title: `${listWords.format(staff.map(nameOf))} ${staff.length === 1 ? 'has' : 'have'} no supervisor`,
    why: 'A supervisor reads what a link worker raises, and meets them regularly.',
  }),
  'supervision-interval': () => ({
    title: 'Decide how often supervision is due',
    why: 'Until then the log counts 31 days.',
  }),
  contacts: () => ({
    title: 'Write down whom to phone',
    why: 'Numbers of your council and others stand beside every page and on the locked screen.',
  }),
  'recovery-tried': () => ({
    title: 'Check that both halves of the recovery key work',
    why: 'Without it, nobody gets back in when everybody has forgotten their passphrase. Checking does not use it up.',
  }),
  'backup-place': () => ({
    title: 'Choose a place for backups',
    why: 'Until then there is one copy of this log only, on this computer.',
  }),
  'backup-verified': () => ({
    title: 'Make the first backup',
    why: 'It counts once it has been read back whole.',
  }),
  'practice-run': () => ({
    title: 'Practise raising a concern',
    why: 'About somebody invented. It is marked everywhere and never counted.',
  }),
} as const satisfies Readonly<Record<SettingUpItem, WordsOf>>;

/** What is left to do, and why it matters. */
export function settingUpWords(line: SettingUpLine, signedIn: SignedIn): Words {
  const of: WordsOf = words[line.item];
  return of(line, signedIn);
}
