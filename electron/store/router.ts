import { setImmediate } from 'node:timers/promises';
import { clientOf } from '../../shared/contract/asking.ts';
import type { Call, Group } from '../../shared/contract/call.ts';
import { type Answer, type Failure, readOnlySentence } from '../../shared/contract/failures.ts';
import type { Contract, LogClient } from '../../shared/contract/index.ts';
import type { DemonstrationPerson } from '../../shared/contract/store.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { holdsRole, isActive } from '../../shared/policy/register-state.ts';
import { Context, Locked, type LockedContext } from './context.ts';
import { createStore } from './create.ts';
import type { KdfParameters } from './crypto/argon2id.ts';
import { selfTest } from './crypto/self-test.ts';
import { makeDemonstration } from './demonstration.ts';
import { takeFailedUnlocks, tryPassphrase } from './failed-unlocks.ts';
import { StoreFailure } from './failure.ts';
import { knownFailure } from './known-failure.ts';
import { changePassphrase } from './passphrases.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { Proofs, proofWanted } from './proof.ts';
import { type RecoverRequest, recover } from './recover.ts';
import { fieldsOf, type MistakeReport, mistakeReport } from './report.ts';
import { Turns } from './turns.ts';
import { type OpenStore, type StorePlace, statusOf, unlockStore } from './unlock.ts';
import { readVault } from './vault/files.ts';
import type { AnyProjection } from './view/view.ts';

type Handler = (input: never, context: never) => unknown;
export type HandlerTable = Readonly<Record<string, Readonly<Record<string, Handler>>>>;

type OnProgress = (what: string, done: number, total: number) => void;

export interface RouterOptions {
  readonly place: StorePlace;
  readonly contract: Contract;
  readonly handlers: HandlerTable;
  readonly projections: readonly AnyProjection[];
  readonly now: () => Date;
  readonly report: (mistake: MistakeReport) => void;
  readonly progress?: OnProgress;
  /** Called when a call was answered and the view is up to date, while the log is unlocked. */
  readonly afterEach?: (context: Context) => void;
  /** Makes the demonstration log at `place`: the store knows no feature and no invented people. */
  readonly buildDemo?: (
    place: StorePlace,
    onProgress: OnProgress,
  ) => Promise<{ readonly people: readonly DemonstrationPerson[] }>;
  /** Weaker than the standard only in tests. */
  readonly kdf?: KdfParameters;
}

interface Unlocked {
  readonly open: OpenStore;
  readonly context: Context;
  readonly proofs: Proofs;
}

/**
 * Answers calls of the contract, one at a time, in one place: known → unlocked → may call → parsed →
 * proved → handled.
 * Whatever goes wrong is an answer from the closed union of failures, never an exception.
 */
export class Router {
  readonly #options: RouterOptions;
  #unlocked: Unlocked | null = null;
  /** Somebody was told that the clock is far ahead: whoever signs in again has looked at it. */
  #clockIsDoubted = false;
  readonly #turns = new Turns();

  /** @throws SelfTestFailed when a primitive does not give its known answers: then no store is opened */
  constructor(options: RouterOptions) {
    selfTest();
    this.#options = options;
  }

  /** @param name `group.call` as the contract has it; @param input anything at all: nothing is trusted */
  async dispatch(name: string, input: unknown): Promise<Answer<unknown>> {
    await this.#turns.take();
    const answer = await this.#answer(name, input);
    void this.#afterwards().finally(() => this.#turns.give());
    return answer;
  }

  /** The same as functions, named and typed by the contract. */
  client(): LogClient {
    return clientOf(this.#options.contract, (name, input) => this.dispatch(name, input));
  }

  async #answer(name: string, input: unknown): Promise<Answer<unknown>> {
    try {
      const [group = '', callName = '', ...more] = name.split('.');
      const call = this.#callOf(group, callName);
      if (call === undefined || more.length > 0) return failed({ kind: 'unknownCall' });
      if (name !== 'store.lock') this.#followTheClock();
      const gate = this.#gate(call);
      if (gate !== null) return failed(gate);
      const parsed = call.input.safeParse(input);
      if (!parsed.success) return failed({ kind: 'invalid', fields: fieldsOf(parsed.error) });
      const proof = this.#proofMissing(name, call);
      if (proof !== null) return failed({ kind: 'passphraseNeeded', proof });
      return { ok: true, value: await this.#handle(group, callName, parsed.data) };
    } catch (error) {
      return failed(this.#failureOf(name, error));
    }
  }

  /** Brings the view up to date once the answer is on its way: it neither delays nor fails the save. */
  async #afterwards(): Promise<void> {
    await setImmediate();
    if (this.#unlocked === null) return;
    const { context } = this.#unlocked;
    if (!context.store.isOpen) {
      this.close();
      return;
    }
    context.store.catchUp();
    try {
      this.#options.afterEach?.(context);
    } catch (error) {
      this.#options.report(mistakeReport('afterwards', error));
    }
  }

  /** Long work gives its turn away between two parts of it, and takes the next one that is free. */
  async #others(): Promise<void> {
    const before = this.#unlocked;
    this.#turns.give();
    // What a screen sent meanwhile still has to arrive.
    await setImmediate();
    await this.#turns.take();
    if (this.#unlocked === null || this.#unlocked !== before) throw new Locked();
  }

  #callOf(group: string, name: string): Call | undefined {
    const { contract } = this.#options;
    if (!Object.hasOwn(contract, group)) return undefined;
    const calls: Group = contract[group as keyof Contract]; // `as`: the line above asked.
    return Object.hasOwn(calls, name) ? calls[name] : undefined;
  }

  #gate({ kind, when, roles, evenReadOnly }: Call): Failure | null {
    if (when === 'locked') return this.#unlocked === null ? null : { kind: 'alreadyUnlocked' };
    if (this.#unlocked === null) return { kind: 'locked' };
    const { register, me } = this.#unlocked.context;
    if (!isActive(register, me)) return { kind: 'notYours' };
    if (kind === 'command' && !evenReadOnly && this.#unlocked.context.store.readOnly !== null)
      return { kind: 'refused', sentence: readOnlySentence };
    if (roles === 'everyone' || holdsRole(register, me, roles)) return null;
    // Until the first lead or supervisor stands, the founder acts as a manager.
    const founding = register.founding && register.founder === me && roles.includes('practice-manager');
    return founding ? null : { kind: 'notYours' };
  }

  /** What cannot be read as it should be at this moment is not shown as it was before. */
  #followTheClock(): void {
    try {
      this.#unlocked?.context.store.followTheClock();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #proofMissing(name: string, call: Call): 'recent' | 'always' | null {
    if (call.proof === 'none') return null;
    const { context, proofs } = this.#signedIn;
    const now = this.#options.now();
    const wanted = proofWanted(call, context, now);
    return wanted === 'none' || proofs.suffices(name, wanted, now) ? null : wanted;
  }

  async #handle(group: string, name: string, input: unknown): Promise<unknown> {
    if (group === 'store') return this.#handleStore(name, input);
    const handler = this.#options.handlers[group]?.[name];
    if (handler === undefined) throw new Error('no handler');
    const { place, now } = this.#options;
    const locked: LockedContext = { place, now, progress: this.#progress };
    return handler(input as never, (this.#unlocked?.context ?? locked) as never); // `as`: the handler of this very call, which the gate let through locked or unlocked.
  }

  async #handleStore(name: string, input: unknown): Promise<unknown> {
    const { place, now, kdf } = this.#options;
    switch (name) {
      case 'status':
        return statusOf(place);
      case 'phoneNumbers':
        return phoneNumbers(place);
      case 'createDemo':
        return this.#createDemo();
      case 'create':
        return createStore({
          ...(input as Parameters<typeof createStore>[0]),
          folder: place.folder,
          now,
          ...(kdf && { kdf }),
        }); // `as`: parsed by the contract.
      case 'unlock':
        return this.#unlock(input as { staff: Parameters<typeof unlockStore>[0]['staff']; passphrase: string }); // `as`: likewise.
      case 'recover':
        return this.#recover(input as Omit<RecoverRequest, 'place' | 'now' | 'onProgress'>); // `as`: likewise.
      case 'prove':
        return this.#prove(input as { passphrase: string }); // `as`: likewise.
      case 'changePassphrase':
        return changePassphrase(this.#signedIn.context, input as Parameters<typeof changePassphrase>[1]); // `as`: likewise.
      case 'lock':
        this.close();
        return null;
      default:
        throw new Error('no handler');
    }
  }

  async #createDemo(): Promise<null> {
    const { place, buildDemo } = this.#options;
    if (buildDemo === undefined) throw new Error('no demonstration comes with this router');
    await makeDemonstration(place, (workshop) => buildDemo(workshop, this.#progress));
    return null;
  }

  get #progress(): OnProgress {
    return this.#options.progress ?? (() => {});
  }

  /** Whoever asks once more after this was told what the clock says. */
  readonly #doubtClock = (error: unknown): never => {
    this.#clockIsDoubted ||= error instanceof StoreFailure && error.kind === 'clockAhead';
    throw error;
  };

  #recover(asked: Pick<RecoverRequest, 'halves' | 'staff' | 'passphrase'>) {
    const { place, now } = this.#options;
    const onProgress = (done: number, total: number) => this.#progress('Checking entries', done, total);
    return recover({ ...asked, place, now, clockIsRight: this.#clockIsDoubted, onProgress }).catch(this.#doubtClock);
  }

  async #unlock(who: Pick<Parameters<typeof unlockStore>[0], 'staff' | 'passphrase'>) {
    const { place, projections, now } = this.#options;
    const progress = this.#progress;
    const open = await unlockStore({
      place,
      ...who,
      projections,
      now,
      clockIsRight: this.#clockIsDoubted,
      onProgress: (done, total) => progress('Checking entries', done, total),
    }).catch(this.#doubtClock);
    this.#clockIsDoubted = false;
    const { unlocked: store } = open;
    const others = (): Promise<void> => this.#others();
    const context = new Context({ store, place, progress, others, opened: new Set<ThreadId>() });
    this.#unlocked = { open, context, proofs: new Proofs(now()) };
    const { damaged, refused } = store.troubles;
    return {
      staff: store.me,
      entries: store.head.frontier.size,
      reconciled: open.reconciled,
      lettingInWithdrawn: open.lettingInWithdrawn,
      damagedRecords: damaged.size,
      refusedEntries: refused.length,
      readOnly: store.readOnly,
      clockBehind: open.clockBehind,
    };
  }

  get #signedIn(): Unlocked {
    if (this.#unlocked === null) throw new Error('nobody is signed in');
    return this.#unlocked;
  }

  async #prove({ passphrase }: { readonly passphrase: string }): Promise<null> {
    const { context, proofs } = this.#signedIn;
    const { store, place, me } = context;
    const { folder } = place;
    await tryPassphrase({ folder, vault: readVault(folder).vault, staff: me, passphrase, now: store.now });
    takeFailedUnlocks(store, folder);
    proofs.typedAgain(store.now());
    return null;
  }

  /** Locks the log, if it is unlocked. */
  close(): void {
    const open = this.#unlocked?.open;
    this.#unlocked = null;
    open?.lock();
  }

  #failureOf(call: string, error: unknown): Failure {
    const known = knownFailure(error);
    if (known !== null) return known;
    const mistake = mistakeReport(call, error);
    this.#options.report(mistake);
    return { kind: 'internal', support: mistake.support };
  }
}

function failed(failure: Failure): Answer<never> {
  return { ok: false, failure };
}
