import { Link } from '@tanstack/react-router';
import { differenceInYears, parseISO } from 'date-fns';
import type { PersonPage } from '../../shared/contract/people.ts';
import type { ReferralPage } from '../../shared/contract/referrals.ts';
import { formatNhsNumber } from '../../shared/domain/nhs-number.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referralRoleWords } from '../../shared/domain/referral-roles.ts';
import { Look, useLook } from '../look.tsx';
import { usePrintRecord } from '../printing/print-record.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { longDate } from '../words/dates.ts';
import { urgencyCalled } from './course-words.ts';
import { useReferralParam } from './referral-param.ts';
import { agreedWords, purposeWords } from './words.ts';

function personRows({ details }: PersonPage, practice: string): readonly SummaryRow[] {
  const { givenName = null, familyName = null, description = null, dateOfBirth, nhsNumber } = details;
  const age = dateOfBirth === undefined ? '' : ` (${differenceInYears(new Date(), parseISO(dateOfBirth))})`;
  return [
    { key: 'Person', value: nameOfPerson({ givenName, familyName, description }) },
    { key: 'Born', value: dateOfBirth === undefined ? 'Not known' : `${longDate(dateOfBirth)}${age}` },
    { key: 'NHS number', value: nhsNumber === undefined ? 'Not known' : formatNhsNumber(nhsNumber) },
    { key: 'Practice', value: practice },
    { key: 'Safe contact', value: details.safeContact ?? 'Not known. Ask before you leave a message.', typed: true },
    ...(details.notToBeTold === undefined
      ? []
      : [{ key: 'Must not be told', value: details.notToBeTold, typed: true }]),
  ];
}

function askedRows({ state: { sent, replyBy } }: ReferralPage, from: string): readonly SummaryRow[] {
  const role = sent.role === undefined ? null : referralRoleWords(sent.role);
  const named = role === null || sent.to.toLowerCase().includes(role.toLowerCase()) ? sent.to : `${role}: ${sent.to}`;
  return [
    { key: 'To', value: named },
    { key: 'From', value: from },
    { key: 'What for', value: purposeWords[sent.purpose] },
    { key: 'What is asked', value: sent.ask, typed: true },
    { key: 'What was seen and said', value: sent.observed ?? 'Not provided', typed: true },
    { key: 'How soon', value: urgencyCalled(sent) },
    { key: 'Does the person agree?', value: agreedWords[sent.agrees] },
    { key: 'Sent', value: longDate(sent.sentOn) },
    { key: 'Reply needed by', value: replyBy === null ? 'No reply is needed' : longDate(replyBy) },
  ];
}

function Sheet({ page }: { readonly page: ReferralPage }) {
  const { referral, reference, state, person } = page;
  const { nameAndRole, practiceName } = useSignedIn();
  const printing = usePrintRecord({ record: referral, name: `referral ${reference}` });
  const at = useLook('people', 'show', { person });
  return (
    <div className="print-sheet">
      {printing.firstLines}
      <Page
        title="Referral back"
        windowTitle="Referral sheet"
        caption={`Referral ${reference}`}
        actions={printing.button}
        back={
          <Link to="/referrals/$referral" params={{ referral }} className="nhsuk-back-link">
            Back to the referral
          </Link>
        }
      >
        {printing.outcome}
        <div className="no-print">
          <Guide title="One page to hand over">
            <p>Give it to the health professional, or attach it to your task. {sendsNothing}</p>
          </Guide>
        </div>
        <Look at={at} what="who it is about">
          {(who) => (
            <Card>
              <SummaryList
                rows={[
                  ...personRows(who, practiceName(who.details.practice)),
                  ...askedRows(page, nameAndRole(state.sentBy)),
                ]}
              />
              <p>
                Tell {nameAndRole(state.chasedBy)} what you decide: that you will do it, that it is done, or that you
                cannot, and why. Write the detail in the GP record.
              </p>
            </Card>
          )}
        </Look>
      </Page>
    </div>
  );
}

/** A referral on one page of paper, for whoever is asked. */
export function ReferralSheet() {
  const referral = useReferralParam();
  const at = useLook('referrals', 'open', { referral });
  if (at.data !== undefined) return <Sheet page={at.data} />;
  return (
    <Page title="Referral back">
      <Look at={at} what="the referral">
        {() => null}
      </Look>
    </Page>
  );
}
