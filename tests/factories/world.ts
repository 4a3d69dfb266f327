import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handlers, projections } from '../../electron/features.ts';
import { leastKdf } from '../../electron/store/crypto/argon2id.ts';
import type { MistakeReport } from '../../electron/store/report.ts';
import { Router } from '../../electron/store/router.ts';
import { type Ask, askingAgain, clientOf } from '../../shared/contract/asking.ts';
import type { Answer } from '../../shared/contract/failures.ts';
import { contract, type LogClient } from '../../shared/contract/index.ts';
import type { PracticeId, StaffId } from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { copyOf, madeOnce } from './template.ts';

/** The lowest parameters that the program accepts: a quarter of the real ones. */
export const quickKdf = leastKdf;

export function passphraseOf(name: string): string {
  return `${name} walks along the river`;
}

/** The value of an answer that must be one. */
export async function must<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer;
  if (!settled.ok) throw new Error(`refused: ${JSON.stringify(settled.failure)}`);
  return settled.value;
}

/** A practice's computer: a real encrypted store in a folder of its own, a real router, and a clock that tests move. */
export class World implements AsyncDisposable {
  readonly root: string;
  readonly folder: string;
  readonly profile: string;
  readonly mistakes: MistakeReport[] = [];
  clock = Date.parse('2026-10-01T09:00:00.000Z');
  router: Router;
  /** Of whoever signed in last: typed again wherever the log asks for it, as they would at a screen. */
  #passphrase = '';

  constructor(root = mkdtempSync(join(tmpdir(), 'practice-log-'))) {
    this.root = root;
    this.folder = join(root, 'store');
    this.profile = join(root, 'profile');
    this.router = this.newRouter();
  }

  newRouter(): Router {
    return new Router({
      place: { folder: this.folder, profile: this.profile },
      contract,
      handlers,
      projections,
      kdf: quickKdf,
      now: () => new Date((this.clock += 1_000)),
      report: (mistake) => this.mistakes.push(mistake),
    });
  }

  get log(): LogClient {
    const { router } = this;
    const ask: Ask = (call, input) => {
      if (call === 'store.unlock') this.#passphrase = (input as { readonly passphrase: string }).passphrase; // `as`: the client is typed.
      return router.dispatch(call, input);
    };
    return clientOf(
      contract,
      askingAgain(ask, async () => (await ask('store.prove', { passphrase: this.#passphrase })).ok),
    );
  }

  async lock(): Promise<void> {
    await must(this.log.store.lock({}));
  }

  async unlock(staff: StaffId, name: string): Promise<void> {
    await must(this.log.store.unlock({ staff, passphrase: passphraseOf(name) }));
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.router.close();
    rmSync(this.root, { recursive: true, force: true });
    return Promise.resolve();
  }
}

export interface Practice {
  readonly world: World;
  readonly recoveryHalves: readonly [string, string];
  readonly manager: StaffId;
  readonly lead: StaffId;
  readonly deputy: StaffId;
  readonly supervisor: StaffId;
  readonly worker: StaffId;
  readonly otherWorker: StaffId;
  readonly alderfield: PracticeId;
  readonly wrenStreet: PracticeId;
  /** Locks, and unlocks as somebody else. */
  readonly as: (who: keyof typeof people) => Promise<LogClient>;
}

/** People of the invented practice (example.org), by what they are here. */
export const people = {
  manager: 'J Sedley',
  lead: 'Dr M Fenwick-Oye',
  deputy: 'C Illing',
  supervisor: 'Dr H Ashdown-Pike',
  worker: 'Amina Q.',
  otherWorker: 'Tom F.',
} as const;

type SetUp = Omit<Practice, 'world' | 'as'>;
type Ids = Readonly<Record<keyof typeof people, StaffId>>;

function signInAs(world: World, ids: Ids): Practice['as'] {
  return async (who) => {
    await world.lock();
    await world.unlock(ids[who], people[who]);
    return world.log;
  };
}

async function setUpPractice(world: World): Promise<SetUp> {
  const { log } = world;
  const made = await must(
    log.store.create({
      name: 'Harrowmere PCN',
      demo: true,
      founder: { name: people.manager, initials: 'JS', passphrase: passphraseOf(people.manager) },
    }),
  );
  const manager = made.founder;
  await world.unlock(manager, people.manager);
  const alderfield = await must(log.register.addPractice({ name: 'Alderfield' }));
  const wrenStreet = await must(log.register.addPractice({ name: 'Wren Street' }));
  const add = (name: string) =>
    must(log.register.addStaff({ name, initials: name.slice(0, 8), passphrase: passphraseOf(name) }));
  const grant = (staff: StaffId, role: Role, practice: PracticeId) =>
    must(log.register.grantRole({ staff, role, practice }));
  const [lead, deputy, supervisor, worker, otherWorker] = [
    await add(people.lead),
    await add(people.deputy),
    await add(people.supervisor),
    await add(people.worker),
    await add(people.otherWorker),
  ];
  await grant(manager, 'practice-manager', alderfield);
  await grant(lead, 'safeguarding-lead', alderfield);
  await grant(lead, 'safeguarding-lead', wrenStreet);
  await grant(deputy, 'deputy-safeguarding-lead', alderfield);
  await grant(supervisor, 'supervisor', alderfield);
  await grant(worker, 'link-worker', alderfield);
  await grant(otherWorker, 'link-worker', alderfield);
  const ids = { manager, lead, deputy, supervisor, worker, otherWorker };
  const as = signInAs(world, ids);
  await as('lead');
  await must(log.register.confirmRole({ staff: deputy, role: 'deputy-safeguarding-lead', practice: alderfield }));
  await must(log.register.confirmRole({ staff: supervisor, role: 'supervisor', practice: alderfield }));
  await must(log.register.reviewFounding({}));
  await as('deputy');
  await must(log.register.confirmRole({ staff: lead, role: 'safeguarding-lead', practice: wrenStreet }));
  await as('manager');
  await must(log.register.assignSupervisor({ staff: worker, supervisor }));
  return { recoveryHalves: made.recoveryHalves, alderfield, wrenStreet, ...ids };
}

/**
 * A small practice: the lead answers for Alderfield and Wren Street, the deputy for Alderfield, the supervisor for
 * `worker` alone. The manager is signed in when it is given out.
 */
export async function makePractice(world: World): Promise<Practice> {
  const template = await madeOnce('practice', async (folder) => {
    const first = new World(folder);
    const setUp = await setUpPractice(first);
    await first.lock();
    return { setUp, clock: first.clock };
  });
  if (template === null) {
    const setUp = await setUpPractice(world);
    return { ...setUp, world, as: signInAs(world, setUp) };
  }
  const { setUp, clock } = template.facts;
  copyOf(template.folder, { store: world.folder, profile: world.profile });
  world.clock = clock;
  await world.unlock(setUp.manager, people.manager);
  return { ...setUp, world, as: signInAs(world, setUp) };
}
