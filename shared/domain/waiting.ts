const oneAndMore = {
  register: ['The list of who works here', 'The lists of who works here'],
  person: ['1 person record', 'person records'],
  concern: ['1 concern', 'concerns'],
  'leads-notes': ['1 set of leads’ notes', 'sets of leads’ notes'],
  restricted: ['1 restricted concern', 'restricted concerns'],
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

/** For whoever stands in for somebody: what their role does not open says which of the records it is only to who reads them. */
export function standingInSentence(absent: string, concerns: number, givers: readonly string[]): string {
  const what = concerns === 1 ? '1 concern that they read is' : `${concerns} concerns that they read are`;
  const how = givers.length === 0 ? 'only they can give you access' : `${listed(givers)} can give you access`;
  return `You stand in for ${absent}. Up to ${what} not open to you yet; ${how}, by signing in`;
}

/** Of whoever read them, nobody works here or holds a key any more. */
export function onlyRecoverySentence(concerns: number): string {
  const what = concerns === 1 ? '1 concern is' : `${concerns} concerns are`;
  return `${what} open to nobody who works here. The recovery key, used for somebody who should read, opens what is lost`;
}

export function nobodyReadsSentence(practice: string): string {
  return `Nobody at ${practice} reads this log`;
}
