import type { chronologyCalls } from '../../shared/contract/chronology.ts';
import { type Handlers, mustNotLieAhead } from '../store/context.ts';

export const chronologyCommands: Pick<Handlers<typeof chronologyCalls>, 'addEvent' | 'withdrawEvent'> = {
  addEvent({ person, ...said }, context) {
    const { thread } = context.person(person);
    mustNotLieAhead(context, { on: said.on });
    context.store.commit((writing) => {
      writing.append('person.event-added', { thread, about: person }, said);
    });
    return null;
  },
  withdrawEvent({ person, event, why }, context) {
    const { thread } = context.person(person);
    context.store.commit((writing) => {
      writing.append('person.event-withdrawn', { thread, about: person }, { event, why });
    });
    return null;
  },
};
