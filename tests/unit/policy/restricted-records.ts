import type { StaffId, ThreadId } from '../../../shared/domain/ids.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../../../shared/events/index.ts';
import { apply } from '../../../shared/policy/apply.ts';
import type { AnyThreadState, StateOf } from '../../../shared/policy/kinds.ts';
import { type EventMaker, named, staffOf } from '../../factories/events.ts';
import { concernContent, detailsOf, walter } from './records.ts';

export const onRestricted = {
  thread: named<ThreadId>('restricted concern'),
  about: walter,
  sealedWhole: true,
} as const;

type Raised = Omit<ContentOf<'restricted.raised'>, 'v'>;

/** About Walter, kept from otherWorker; the lead, who decides, and the manager read it with the raiser. */
export function restrictedContent(other: Partial<Raised> = {}): Raised {
  return {
    ...concernContent(),
    details: detailsOf(),
    keptFrom: [staffOf('otherWorker')],
    readers: [staffOf('lead'), staffOf('manager')],
    holdsHalf: 'no',
    ...other,
  };
}

export function restrictedConcern(make: EventMaker, other: Partial<Raised> = {}): StateOf<'restricted'> {
  const raised = make.event('restricted.raised', staffOf('raiser'), onRestricted, restrictedContent(other));
  return apply(null, raised) as StateOf<'restricted'>; // `as`: it is what this event begins.
}

/** Each event of a restricted concern, on one that the raiser raised. */
export function restrictedAttempts(make: EventMaker) {
  const attemptOf =
    <T extends ContentType>(type: T, content: Omit<ContentOf<T>, 'v'>) =>
    (actor: StaffId): { readonly event: ThreadEvent; readonly state: AnyThreadState | null } => ({
      event: make.event(type, actor, onRestricted, content) as ThreadEvent, // `as`: one of them all.
      state: type === 'restricted.raised' ? null : restrictedConcern(make),
    });
  return {
    'restricted.raised': attemptOf('restricted.raised', restrictedContent({ keptFrom: [], readers: [] })),
    'restricted.reader-added': attemptOf('restricted.reader-added', { reader: staffOf('deputy'), why: 'Knows him' }),
    'restricted.reader-removed': attemptOf('restricted.reader-removed', {
      reader: staffOf('manager'),
      why: 'Too near',
    }),
    'restricted.opened': attemptOf('restricted.opened', {}),
    'restricted.printed': attemptOf('restricted.printed', {}),
  };
}
