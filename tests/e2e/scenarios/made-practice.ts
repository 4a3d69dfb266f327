import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDemo } from '../../../electron/demo/build.ts';
import { settingUp } from '../../../electron/demo/data/practice.ts';
import { leastKdf } from '../../../electron/store/crypto/argon2id.ts';

const variable = 'SCENARIO_PRACTICE';

/** Makes the invented practice as it was set up, with nobody's record in it yet. @param userData the app's own folder */
export async function makePractice(userData: string): Promise<void> {
  const folder = join(userData, 'log');
  const profile = join(userData, 'log-profile');
  mkdirSync(profile, { recursive: true });
  const { people } = await buildDemo({
    place: { folder, profile },
    loadedAt: new Date(),
    kdf: leastKdf,
    stories: [settingUp],
    report: () => {},
  });
  writeFileSync(join(folder, 'demonstration.json'), JSON.stringify({ people }));
  process.env[variable] = userData;
}

/** Where it was made, before all tests. Each scenario copies it. */
export function practiceFolder(): string {
  const made = process.env[variable];
  if (made === undefined) throw new Error('the practice of the scenarios was not made');
  return made;
}
