import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { InputOf } from '../../shared/contract/call.ts';
import type { registerCalls } from '../../shared/contract/register.ts';
import type { OpeningHours } from '../../shared/domain/opening-hours.ts';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { lowerFirst } from '../ui/lower-first.ts';
import { Banner } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ConcernDeadlinesSetting } from './concern-deadlines.tsx';
import { deadlineLines } from './deadlines-words.ts';
import { EscalationStepsSetting } from './escalation-steps.tsx';
import { FallbackReader } from './fallback-reader.tsx';
import { GpRecordCodeList, GpRecordCodesSetting } from './gp-record-codes.tsx';
import { NumberSetting } from './number-setting.tsx';
import { dayWords, OpeningHoursSetting } from './opening-hours.tsx';
import { rungWords, UrgencyLadderSetting } from './urgency-ladder.tsx';

type Setting = InputOf<typeof registerCalls.changeSetting>['change']['setting'];

function hoursWords({ days, from, until }: OpeningHours): string {
  const names = days.toSorted((a, b) => a - b).map((day) => dayWords[day] ?? '');
  return `${new Intl.ListFormat('en-GB').format(names)}, ${from} to ${until}`;
}

interface Row {
  readonly setting: Setting;
  readonly title: string;
  readonly value: ReactNode;
  readonly form: (onSaved: () => void) => ReactNode;
}

/** What was agreed about referrals back and phone numbers. */
function useReferralRows(): readonly Row[] {
  const { urgencyLadder, referralUnseenHours, contactCheckDays } = useSignedIn().register.settings;
  return [
    {
      setting: 'urgency-ladder',
      title: 'How soon a referral is needed',
      value: (
        <ul className="nhsuk-list">
          {urgencyLadder.map((rung) => (
            <li key={rung.urgency}>{rungWords(rung)}</li>
          ))}
        </ul>
      ),
      form: (onSaved) => <UrgencyLadderSetting value={urgencyLadder} onSaved={onSaved} />,
    },
    {
      setting: 'contact-check-days',
      title: 'A phone number is checked again after',
      value: `${contactCheckDays} days`,
      form: (onSaved) => (
        <NumberSetting
          setting="contact-check-days"
          label="After how many days should somebody check a phone number again?"
          hint="From 30 to 730. “Check it again” then stands beside the number."
          missing="Enter a number of days from 30 to 730"
          value={contactCheckDays}
          onSaved={onSaved}
        />
      ),
    },
    {
      setting: 'referral-unseen-hours',
      title: 'A second person asks after',
      value: `${referralUnseenHours === 1 ? '1 hour' : `${referralUnseenHours} hours`}, when nobody has seen a referral for today`,
      form: (onSaved) => (
        <NumberSetting
          setting="referral-unseen-hours"
          label="After how many hours does a second person see that nobody has seen a referral for today?"
          hint="From 1 to 24. It stands on Today of the supervisor, or of the safeguarding lead."
          missing="Enter a number of hours from 1 to 24"
          value={referralUnseenHours}
          onSaved={onSaved}
        />
      ),
    },
  ];
}

function useRows(): readonly Row[] {
  const { register, nameOf } = useSignedIn();
  const { settings } = register;
  const { idleMinutes, openingHours, supervisionIntervalDays, draftLateHours, fallbackReader } = settings;
  const { gpRecordCodes, gpRecordDays, escalationSteps } = settings;
  return [
    {
      setting: 'idle-minutes',
      title: 'Lock after',
      value: `${idleMinutes} minutes without a key or a click`,
      form: (onSaved) => (
        <NumberSetting
          setting="idle-minutes"
          label="After how many minutes without a key or a click does the log lock?"
          hint="From 2 to 15. Fewer where others pass by the screen. A warning comes a minute before."
          missing="Enter a number of minutes from 2 to 15"
          value={idleMinutes}
          onSaved={onSaved}
        />
      ),
    },
    {
      setting: 'opening-hours',
      title: 'Opening hours',
      value: hoursWords(openingHours),
      form: (onSaved) => <OpeningHoursSetting value={openingHours} onSaved={onSaved} />,
    },
    {
      setting: 'concern-deadlines',
      title: 'Times for concerns',
      value: (
        <ul className="nhsuk-list">
          {deadlineLines(settings.concernDeadlines).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ),
      form: (onSaved) => <ConcernDeadlinesSetting value={settings.concernDeadlines} onSaved={onSaved} />,
    },
    {
      setting: 'supervision-interval-days',
      title: 'Time between supervision sessions',
      value: `${supervisionIntervalDays} days at most`,
      form: (onSaved) => (
        <NumberSetting
          setting="supervision-interval-days"
          label="After how many days is a supervision session due?"
          hint="From 7 to 366. At least once a month is what link workers are promised: 31 days."
          missing="Enter a number of days from 7 to 366"
          value={supervisionIntervalDays}
          onSaved={onSaved}
        />
      ),
    },
    {
      setting: 'draft-late-hours',
      title: 'A draft is late after',
      value: draftLateHours === 1 ? '1 hour' : `${draftLateHours} hours`,
      form: (onSaved) => (
        <NumberSetting
          setting="draft-late-hours"
          label="After how many hours do supervisor and lead see that a draft exists?"
          hint="From 1 to 72. They see whose it is and since when, never what it says."
          missing="Enter a number of hours from 1 to 72"
          value={draftLateHours}
          onSaved={onSaved}
        />
      ),
    },
    {
      setting: 'gp-record-days',
      title: 'A concern should stand in the GP record after',
      value: gpRecordDays === 1 ? '1 day' : `${gpRecordDays} days`,
      form: (onSaved) => (
        <NumberSetting
          setting="gp-record-days"
          label="After how many days does the lead see that a concern is not recorded as copied?"
          hint="From 1 to 30."
          missing="Enter a number of days from 1 to 30"
          value={gpRecordDays}
          onSaved={onSaved}
        />
      ),
    },
    {
      setting: 'gp-record-codes',
      title: 'Codes for the GP record',
      value: <GpRecordCodeList value={gpRecordCodes} />,
      form: (onSaved) => <GpRecordCodesSetting value={gpRecordCodes} onSaved={onSaved} />,
    },
    {
      setting: 'escalation-steps',
      title: 'Steps of escalation outside the practice',
      value: escalationSteps.map(({ name }, place) => `${place + 1}. ${name}`).join('; '),
      form: (onSaved) => <EscalationStepsSetting value={escalationSteps} onSaved={onSaved} />,
    },
    {
      setting: 'fallback-reader',
      title: 'Reads concerns where there is no safeguarding lead',
      value: fallbackReader === null ? 'Nobody yet' : nameOf(fallbackReader),
      form: (onSaved) => <FallbackReader onSaved={onSaved} />,
    },
  ];
}

/** What holds for the whole log. Everybody may look; practice managers change it. */
export function Settings() {
  const { register, isManager } = useSignedIn();
  const rows = [...useRows(), ...useReferralRows()];
  const [changing, setChanging] = useState<Setting | null>(null);
  const open = rows.find(({ setting }) => setting === changing);
  const [saved, setSaved] = useState<string | null>(null);
  const close = (): void => setChanging(null);
  return (
    <Page
      title="Settings"
      caption={register.name}
      after={
        isManager
          ? 'These hold for everybody. Each change stands in the audit log.'
          : 'These hold for everybody. A practice manager changes them.'
      }
      back={
        <Link to="/practice" className="nhsuk-back-link">
          Who works here
        </Link>
      }
    >
      {saved !== null && changing === null && <Banner kind="success" heading={`Saved: ${lowerFirst(saved)}`} />}
      <Card title="For everybody who uses this log">
        <SummaryList
          rows={rows.map(({ setting, title, value }) => ({
            key: title,
            value,
            ...(isManager && {
              action: (
                <LinkButton onClick={() => setChanging(setting)}>
                  Change<VisuallyHidden>: {title}</VisuallyHidden>
                </LinkButton>
              ),
            }),
          }))}
        />
      </Card>
      <Card title="Lists">
        <p>
          <Link to="/practice/settings/concern-types">Types of concern</Link>: what people can choose when they raise
          one.
        </p>
      </Card>
      {open !== undefined && (
        <Dialog title={open.title} onClose={close}>
          {open.form(() => {
            setSaved(open.title);
            close();
          })}
        </Dialog>
      )}
    </Page>
  );
}
