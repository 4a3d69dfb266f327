import type { BeforeContact } from '../../shared/contract/concern-around.ts';
import { CloseBy } from '../concerns/around/close-by.tsx';
import type { HeadingLevel } from '../ui/heading.tsx';
import { UrgentPanel } from '../ui/notices.tsx';
import { longDate } from '../words/dates.ts';

/** Whether anybody has written down how to contact them, or whom not to tell. */
export function hasWords({ safeContact, notToBeTold, said }: BeforeContact): boolean {
  return safeContact !== null || notToBeTold !== null || said.length > 0;
}

interface Props {
  readonly before: BeforeContact;
  readonly level?: HeadingLevel;
}

/** How it is safe to contact somebody, as far as it is known: before anything is printed, and beside phone numbers. */
export function SafeContact({ before, level = 2 }: Props) {
  const { safeContact, notToBeTold, said, people } = before;
  return (
    <>
      <UrgentPanel title="How to contact them safely" level={level}>
        {safeContact === null ? null : <p className="prewrap">{safeContact}</p>}
        {said
          .filter(({ text }) => text !== safeContact)
          .map(({ concern, reference, text, at }) => (
            <p key={concern} className="prewrap">
              {text}{' '}
              <span className="small">
                (concern {reference}, {longDate(at)})
              </span>
            </p>
          ))}
        {notToBeTold === null ? null : (
          <p className="prewrap">
            <strong>Must not be told:</strong> {notToBeTold}
          </p>
        )}
        {hasWords(before) ? null : <p>Nothing is written down. Ask whoever knows them before you phone or write.</p>}
      </UrgentPanel>
      <CloseBy people={people} />
    </>
  );
}
