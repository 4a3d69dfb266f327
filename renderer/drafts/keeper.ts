import type { InputOf } from '../../shared/contract/call.ts';
import { type Failure, sentenceFor } from '../../shared/contract/failures.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { looks } from '../look.tsx';

export type DraftInput = InputOf<Contract['drafts']['save']>;

/** What is on the disk of a draft, and what went wrong with it. */
export interface Kept {
  readonly draft: DraftId | undefined;
  readonly savedAt: Instant | null;
  /** Why the last attempt to keep it failed, in the log's own words. */
  readonly trouble: string | null;
  /** It became a record or was discarded while this form was open on it. What stands in the form is kept nowhere. */
  readonly gone: boolean;
}

interface Source {
  readonly kind: DraftInput['kind'];
  /** What stands in the form now, and the few words by which its author finds it again. */
  readonly now: () => Pick<DraftInput, 'form' | 'label'>;
  /** Called after each attempt. `begun` when the page should go on with a draft that was not there before. */
  readonly onKept: (kept: Kept, begun: boolean) => void;
}

const ended =
  'This draft has ended: what was in it was saved as a record, or it was discarded. Look whether the record is there before you go on.';

function troubleIn(failure: Failure): string {
  const [about] = failure.kind === 'invalid' ? Object.values(failure.fields) : [];
  return about ?? sentenceFor(failure);
}

/** Keeps one form as one draft: saves one after another, never two at once, and only when something is new. */
export class DraftKeeper {
  readonly #source: Source;
  #kept: Kept;
  #changed = false;
  #ended = false;
  #queue: Promise<unknown> = Promise.resolve();
  /** Somebody is on the way to another page: a draft that begins now must not call them back. */
  leaving = false;

  constructor(draft: DraftId | undefined, source: Source) {
    this.#kept = { draft, savedAt: null, trouble: null, gone: false };
    this.#source = source;
  }

  /** Something was typed. */
  changed(): void {
    this.#changed = true;
    this.leaving = false;
  }

  /** What was written has become a record, or was discarded: nothing is saved any more. */
  end(): void {
    this.#ended = true;
  }

  /** When it was last on the disk, as far as this form knows. */
  get savedAt(): Instant | null {
    return this.#kept.savedAt;
  }

  /** The draft on the disk, though it may be older than what stands in the form; undefined when there is none. */
  get draft(): DraftId | undefined {
    return this.#ended || this.#kept.gone ? undefined : this.#kept.draft;
  }

  /** Whether something was typed that is not on the disk. */
  get unsaved(): boolean {
    return this.#changed && !this.#ended;
  }

  /** Saves now, if anything is new. Resolves to the draft, when all that was typed is in it. */
  async save(): Promise<DraftId | undefined> {
    const saved = this.#queue.then(() => this.#save());
    this.#queue = saved;
    await saved;
    return this.unsaved ? undefined : this.draft;
  }

  /** Keeps what stands in the form as a draft of its own, when the one it was kept in has ended. */
  async startAgain(): Promise<void> {
    this.#kept = { draft: undefined, savedAt: null, trouble: null, gone: false };
    this.#changed = true;
    await this.save();
  }

  async #save(): Promise<void> {
    if (!this.#changed || this.#ended || this.#kept.gone) return;
    this.#changed = false;
    const { kind, now } = this.#source;
    const { draft, savedAt } = this.#kept;
    const answer = await log.drafts.save({ kind, ...now(), ...(draft !== undefined && { draft }) });
    if (answer.ok) {
      void looks.invalidateQueries({ queryKey: ['drafts'] });
      this.#tell({ ...answer.value, trouble: null, gone: false }, draft === undefined);
      return;
    }
    // It stays new, so that the next occasion tries again.
    this.#changed = true;
    const gone = answer.failure.kind === 'notFound';
    this.#tell({ draft, savedAt, trouble: gone ? ended : troubleIn(answer.failure), gone }, false);
  }

  #tell(kept: Kept, begun: boolean): void {
    this.#kept = kept;
    this.#source.onKept(kept, begun && !this.leaving);
  }
}
