import { categoriesAtFirst, listProblem } from '../../domain/concern-categories.ts';
import { ladderAtFirst as escalationAtFirst } from '../../domain/escalation-steps.ts';
import { gpRecordCodesAtFirst } from '../../domain/gp-record.ts';
import { rolesOfTwo } from '../../domain/roles.ts';
import { ladderAtFirst as urgencyAtFirst } from '../../domain/urgency.ts';
import type { ContentOf, ThreadEvent } from '../../events/index.ts';
import { holdsRole, manages, type RegisterState, type Settings } from '../register-state.ts';
import type { Verdict } from '../thread.ts';
import { othersManage } from './roles.ts';
import { notManager } from './words.ts';

/** As long as nobody has decided otherwise. Opening hours are those of the core contract of general practice. */
export const settingsAtFirst: Settings = {
  fallbackReader: null,
  supervisionIntervalDays: 31,
  draftLateHours: 4,
  idleMinutes: 5,
  openingHours: { days: [1, 2, 3, 4, 5], from: '08:00', until: '18:30' },
  // domain.md 2.6: decided by the end of the next working day, asked again after three; the hours are ours.
  concernDeadlines: {
    howSoon: 'next-working-day',
    nowHours: 1,
    todayHours: 4,
    urgentDecisionHours: 24,
    decisionDays: 1,
    answerDays: 3,
    deputyAfterHours: 2,
    managerAfterDays: 2,
    checkedOn: null,
  },
  urgencyLadder: urgencyAtFirst,
  referralUnseenHours: 4,
  councils: [],
  contactCheckDays: 180,
  escalationSteps: escalationAtFirst,
  gpRecordCodes: gpRecordCodesAtFirst,
  gpRecordDays: 2,
  concernCategories: categoriesAtFirst,
};

export function maySet({ actor, content, position }: ThreadEvent<'setting.changed'>, register: RegisterState): Verdict {
  if (!manages(register, actor)) return notManager;
  const { change } = content;
  if (change.setting === 'practice-council' && !register.practices.has(change.value.practice))
    return 'Choose a practice from the list.';
  if (change.setting === 'concern-categories') return listProblem(change.value, register.settings.concernCategories);
  if (change.setting !== 'fallback-reader') return null;
  if (actor === change.value && othersManage(register, { actor, position }))
    return 'Nobody names themselves for this. Ask another practice manager.';
  if (holdsRole(register, change.value, rolesOfTwo)) return null;
  return 'Choose a supervisor or safeguarding lead whose role is confirmed.';
}

function changed(settings: Settings, change: ContentOf<'setting.changed'>['change']): Settings {
  switch (change.setting) {
    case 'fallback-reader':
      return { ...settings, fallbackReader: change.value };
    case 'supervision-interval-days':
      return { ...settings, supervisionIntervalDays: change.value };
    case 'draft-late-hours':
      return { ...settings, draftLateHours: change.value };
    case 'idle-minutes':
      return { ...settings, idleMinutes: change.value };
    case 'opening-hours':
      return { ...settings, openingHours: change.value };
    case 'concern-deadlines':
      return { ...settings, concernDeadlines: change.value };
    case 'urgency-ladder':
      return { ...settings, urgencyLadder: change.value };
    case 'referral-unseen-hours':
      return { ...settings, referralUnseenHours: change.value };
    case 'practice-council': {
      const others = settings.councils.filter(({ practice }) => practice !== change.value.practice);
      return { ...settings, councils: [...others, change.value] };
    }
    case 'contact-check-days':
      return { ...settings, contactCheckDays: change.value };
    case 'gp-record-codes':
      return { ...settings, gpRecordCodes: change.value };
    case 'gp-record-days':
      return { ...settings, gpRecordDays: change.value };
    case 'escalation-steps':
      return { ...settings, escalationSteps: change.value };
    case 'concern-categories':
      return { ...settings, concernCategories: change.value };
    default:
      return change satisfies never;
  }
}

export function withSetting(register: RegisterState, { change }: ContentOf<'setting.changed'>): RegisterState {
  return {
    ...register,
    settings: changed(register.settings, change),
    settingsDecided: new Set([...register.settingsDecided, change.setting]),
  };
}
