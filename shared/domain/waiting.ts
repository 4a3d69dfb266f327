const oneAndMore = {
  register: ['The list of who works here', 'The lists of who works here'],
  person: ['1 person record', 'person records'],
  concern: ['1 concern', 'concerns'],
  referral: ['1 referral back', 'referrals back'],
  session: ['1 session', 'sessions'],
} as const;

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
}

/** "3 concerns wait for you to be given access; Dr X can do it by signing in". @param givers names, in no order */
export function waitingSentence(kind: keyof typeof oneAndMore, records: number, givers: readonly string[]): string {
  const [one, more] = oneAndMore[kind];
  const what = records === 1 ? `${one} waits` : `${records} ${more} wait`;
  const how =
    givers.length === 0
      ? 'nobody who works here can do it, only the recovery key'
      : `${listed(givers)} can do it by signing in`;
  return `${what} for you to be given access; ${how}`;
}

export function nobodyReadsSentence(practice: string): string {
  return `Nobody at ${practice} reads this log`;
}
