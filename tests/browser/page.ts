/// <reference lib="dom" />
import { contract } from '../../shared/contract/index.ts';
import { dayInEngland } from '../../shared/domain/calendar.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { answers } from './questions.ts';

const answered = answers({ contract, dayInEngland, referenceOf });
// A violation is reported in a task of its own, so wait for one before counting. Whoever drives the test evaluates
// strings later on, which the policy reports too: hence the count is taken here.
setTimeout(() => {
  const { violations } = globalThis as unknown as { violations: string[] };
  document.body.dataset['violations'] = violations.join(' ');
  document.body.dataset['answers'] = answered;
}, 50);
