import type { InputOf } from '../../shared/contract/call.ts';
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
  /** The last attempt to keep it failed. */
  readonly trouble: boolean;
}

interface Source {
  readonly kind: DraftInput['kind'];
  /** What stands in the form now, and the few words by which its author finds it again. */
  readonly now: () => Pick<DraftInput, 'form' | 'label'>;
  /** Called after each attempt. `begun` the first time that there is a draft. */
  readonly onKept: (kept: Kept, begun: boolean) => void;
}

/** Keeps one form as one draft: saves one after another, never two at once, and only when something is new. */
export class DraftKeeper {
  readonly #source: Source;
  #draft: DraftId | undefined;
  #savedAt: Instant | null = null;
  #changed = false;
  #failed = false;
  #ended = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(draft: DraftId | undefined, source: Source) {
    this.#draft = draft;
    this.#source = source;
  }

  /** Something was typed. */
  changed(): void {
    this.#changed = true;
  }

  /** What was written has become a record, or was discarded: nothing is saved any more. */
  end(): void {
    this.#ended = true;
  }

  /** Saves now, if anything is new. Resolves to the draft, when all that was typed is in it. */
  async save(): Promise<DraftId | undefined> {
    const saved = this.#queue.then(() => this.#save());
    this.#queue = saved;
    await saved;
    return this.#ended || this.#failed ? undefined : this.#draft;
  }

  async #save(): Promise<void> {
    if (!this.#changed || this.#ended) return;
    this.#changed = false;
    const { kind, now, onKept } = this.#source;
    const answer = await log.drafts.save({ kind, ...now(), ...(this.#draft !== undefined && { draft: this.#draft }) });
    this.#failed = !answer.ok;
    if (answer.ok) {
      const begun = this.#draft === undefined;
      this.#draft = answer.value.draft;
      this.#savedAt = answer.value.savedAt;
      void looks.invalidateQueries({ queryKey: ['drafts'] });
      onKept({ draft: this.#draft, savedAt: this.#savedAt, trouble: false }, begun);
    } else {
      // It stays new, so that the next occasion tries again.
      this.#changed = true;
      onKept({ draft: this.#draft, savedAt: this.#savedAt, trouble: true }, false);
    }
  }
}
