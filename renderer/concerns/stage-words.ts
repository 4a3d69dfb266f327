import type { ConcernLine } from '../../shared/contract/concerns.ts';
import type { TagColour } from '../ui/tag-colour.ts';

interface StageTag {
  readonly words: string;
  readonly colour: TagColour;
}

/** The one map of what the tag of a concern says: where it stands (domain.md 3.1). */
export const stageTags = {
  raised: { words: 'Waiting for triage', colour: 'yellow' },
  acknowledged: { words: 'Acknowledged', colour: 'yellow' },
  triaged: { words: 'Triaged', colour: 'blue' },
  'referred-awaiting': { words: 'Referred outside: no answer yet', colour: 'orange' },
  'referred-acknowledged': { words: 'Referred outside: acknowledged', colour: 'purple' },
  'referred-accepted': { words: 'Referred outside: accepted', colour: 'purple' },
  'referred-not-accepted': { words: 'Referred outside: not accepted', colour: 'orange' },
  'internal-action': { words: 'Action in the practice', colour: 'blue' },
  monitoring: { words: 'Monitoring', colour: 'blue' },
  closed: { words: 'Closed', colour: 'grey' },
  duplicate: { words: 'Duplicate', colour: 'grey' },
  'entered-in-error': { words: 'Entered in error', colour: 'grey' },
} as const satisfies Record<ConcernLine['stage'], StageTag>;
