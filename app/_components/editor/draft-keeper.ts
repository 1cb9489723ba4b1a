/** What the server says to a save. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly revision: number }
  /** It was changed elsewhere meanwhile; nothing was written. */
  | { readonly kind: 'conflict'; readonly draft: StoredDraft }
  | { readonly kind: 'refused' };

export type StoredDraft = { readonly source: string; readonly revision: number };

export type DraftState = {
  readonly source: string;
  readonly status:
    | 'saved'
    | 'unsaved'
    | 'saving'
    /** The server did not answer; the browser keeps it, and it is tried again. */
    | 'kept-in-browser'
    /** The server will not take it, e.g. because it is too large. */
    | 'refused'
    | 'conflict';
  /** While in conflict: the other text. */
  readonly other: StoredDraft | null;
};

type DraftKeeperOptions = {
  readonly initial: StoredDraft;
  /** Names the person too: browsers are shared. */
  readonly storageKey: string;
  readonly save: (source: string, baseRevision: number) => Promise<SaveAnswer>;
};

const TYPING_PAUSE_MS = 800;
const RETRY_MS = 5000;

/**
 * Keeps what someone types: in the browser at every key, on the server when they pause. One save
 * is under way at a time, each names the revision that it began from.
 */
export class DraftKeeper {
  readonly #options: DraftKeeperOptions;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  #revision: number;
  #isSaving = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DraftKeeperOptions) {
    this.#options = options;
    this.#revision = options.initial.revision;
    this.#state = { source: options.initial.source, status: 'saved', other: null };
  }

  readonly getState = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up what the browser kept and the server never got. */
  recover(): void {
    const kept = readKept(this.#options.storageKey);
    if (kept === null || kept.source === this.#state.source) return;
    if (kept.revision === this.#revision) {
      this.type(kept.source);
    } else {
      const other = { source: this.#state.source, revision: this.#revision };
      this.#change({ source: kept.source, status: 'conflict', other });
    }
  }

  type(source: string): void {
    if (source === this.#state.source) return;
    writeKept(this.#options.storageKey, { source, revision: this.#revision });
    const isConflict = this.#state.status === 'conflict';
    this.#change({ source, status: isConflict ? 'conflict' : 'unsaved', other: this.#state.other });
    if (!isConflict) this.#saveAfter(TYPING_PAUSE_MS);
  }

  /** Ends a conflict. */
  resolve(choice: 'mine' | 'other'): void {
    const { other, source } = this.#state;
    if (other === null) return;
    this.#revision = other.revision;
    if (choice === 'other') {
      removeKept(this.#options.storageKey);
      this.#change({ source: other.source, status: 'saved', other: null });
    } else {
      this.#change({ source, status: 'unsaved', other: null });
      this.#saveAfter(0);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #saveAfter(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), delayMs);
  }

  async #save(): Promise<void> {
    if (this.#isSaving) return this.#saveAfter(TYPING_PAUSE_MS);
    const { source } = this.#state;
    this.#change({ source, status: 'saving', other: null });
    this.#isSaving = true;
    try {
      this.#accept(await this.#options.save(source, this.#revision), source);
    } catch {
      this.#change({ source: this.#state.source, status: 'kept-in-browser', other: null });
      this.#saveAfter(RETRY_MS);
    } finally {
      this.#isSaving = false;
    }
  }

  #accept(answer: SaveAnswer, sent: string): void {
    const { source } = this.#state;
    switch (answer.kind) {
      case 'saved':
        this.#revision = answer.revision;
        if (source === sent) {
          removeKept(this.#options.storageKey);
          return this.#change({ source, status: 'saved', other: null });
        }
        writeKept(this.#options.storageKey, { source, revision: this.#revision });
        this.#change({ source, status: 'unsaved', other: null });
        return this.#saveAfter(TYPING_PAUSE_MS);
      case 'conflict':
        return this.#change({ source, status: 'conflict', other: answer.draft });
      case 'refused':
        return this.#change({ source, status: 'refused', other: null });
    }
  }

  #change(state: DraftState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function readKept(key: string): StoredDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isStoredDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isStoredDraft(value: unknown): value is StoredDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'revision' in value &&
    typeof value.revision === 'number'
  );
}

function writeKept(key: string, draft: StoredDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full, or switched off: the server is left.
  }
}

function removeKept(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
