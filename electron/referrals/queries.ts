import type { ReferralLine, referralCalls } from '../../shared/contract/referrals.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { readersOf } from '../../shared/policy/readers.ts';
import type { Handlers } from '../store/context.ts';

interface ReferralRow extends Omit<ReferralLine, 'reference' | 'name'> {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly description: string | null;
}

export const referralQueries: Pick<Handlers<typeof referralCalls>, 'list' | 'open'> = {
  list(_input, context) {
    const rows = context.store.view.db
      .prepare<[], ReferralRow>(`
        SELECT referral.thread AS referral, referral.person, sent_to AS "to", purpose, urgency, sent_on AS sentOn, answer,
          given_name AS givenName, family_name AS familyName, description
        FROM referral LEFT JOIN person USING (person) ORDER BY sent_on DESC, referral.thread
      `)
      .all();
    return rows.map(({ givenName, familyName, description, ...row }) => ({
      ...row,
      reference: referenceOf('R', row.referral),
      name: nameOfPerson({ givenName, familyName, description }),
    }));
  },
  open({ referral }, context) {
    const state = context.state('referral', referral);
    const readers = readersOf(state, context.register);
    return { referral, newest: state.newest, state: state.facts, readers, reference: referenceOf('R', referral) };
  },
};
