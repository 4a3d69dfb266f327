import type { Records } from './samples.ts';

/** The same for what becomes of a concern after the decision. */
export function soundCourse({ concern, seen, referral }: Records): Readonly<Record<string, Record<string, unknown>>> {
  const at = '2026-10-01T08:00:00.000Z';
  const on = '2026-10-01';
  const answer = { from: 'Team manager', on, said: 'They look again.' };
  return {
    'concerns.referOutside': {
      concern,
      destination: 'adult-social-care',
      to: 'Front door',
      how: 'phone',
      at,
      theirReference: 'AB 12',
      answerDue: on,
    },
    'concerns.answerOutside': { concern, referral: seen, answer: 'accepted', theirReference: 'AB 12', ...answer },
    'concerns.chase': { concern, referral: seen, how: 'phone', at, outcome: 'No answer.', answerDue: on },
    'concerns.takeAdvice': { concern, from: 'Named GP', at, advice: 'Refer today.' },
    'concerns.review': { concern, found: 'He is warm and fed.', nextOn: on },
    'concerns.escalate': {
      concern,
      about: 'outside',
      step: 1,
      stepName: 'Professional to professional',
      to: 'Team manager',
      disagreement: 'The threshold.',
      answerDue: on,
    },
    'concerns.answerEscalation': { concern, escalation: seen, settled: true, ...answer },
    'concerns.decideSharing': {
      concern,
      shared: true,
      with: 'Adult social care',
      grounds: ['agreement'],
      forChild: false,
      why: 'He wants his card back.',
      told: 'no',
      toldWhy: 'He was asleep.',
    },
    'concerns.recordReport': {
      concern,
      duty: 'child-sexual',
      reporter: 'Dr M Fenwick-Oye',
      at,
      reportedTo: 'police',
      theirReference: 'AB 12',
    },
    'concerns.awaited': {},
    'concerns.close': {
      concern,
      seen,
      outcome: 'managed-in-primary-care',
      reason: 'Food and heating are there.',
      risk: 'reduced',
      wishes: 'partly-met',
      forRaiser: 'Thank you: he is safe.',
    },
    'concerns.reopen': { concern, why: 'The letters pile up again.' },
    'concerns.link': { concern, to: referral, as: 'linked', why: 'The same household.' },
    'concerns.unlink': { concern, to: referral, why: 'Another Walter.' },
    'concerns.enterInError': { concern, why: 'The wrong person.' },
    'concerns.takeErrorBack': { concern, why: 'The right person after all.' },
    'concerns.noteGpRecord': { concern, system: 'EMIS', on, code: '766561000000109', hiddenOnline: 'yes' },
  };
}
