import { expect, it } from 'vitest';
import { addedPerson, blankRaise, noPracticeAtAll, type Who } from '../../../renderer/concerns/raise-form.ts';
import { noPractice, personProblems } from '../../../renderer/people/person-values.ts';

it.each<Who>(['not-identified', 'unborn'])('"Not registered" is no answer about somebody who is %s', (who) => {
  const added = { ...blankRaise.added, practice: noPracticeAtAll, description: 'Seen at the gate' };
  const person = addedPerson({ who, added });
  expect(person.practice).toBe('');
  expect(personProblems(person).practice).toBe('Select their practice, or that you do not know it');
  const registered = addedPerson({ who: 'new', added });
  expect(registered).toMatchObject({ practice: noPractice, standing: 'unregistered' });
});
