import type { Answer, QuizAnswers } from '@/lib/grading/quiz/answers';

export type KeeperState = {
  readonly answers: QuizAnswers;
  readonly status:
    | 'saved'
    | 'saving'
    /** The server did not answer; the browser keeps them, and they are sent again. */
    | 'kept-in-browser'
    /** The attempt is over: nothing more is taken. */
    | 'closed';
};

type AnswerKeeperOptions = {
  /** As the server has them. */
  readonly initial: QuizAnswers;
  /** Names the attempt. */
  readonly storageKey: string;
  readonly save: (changed: QuizAnswers) => Promise<{ readonly kind: 'saved' | 'closed' }>;
};

const PAUSE_MS = 600;
const RETRY_MS = 4000;

/**
 * Keeps answers as they are given: in the browser at once, on the server after a pause. Only what the server
 * has not confirmed is kept and sent, again and again while the connection is lost.
 */
export class AnswerKeeper {
  readonly #options: AnswerKeeperOptions;
  readonly #listeners = new Set<() => void>();
  #state: KeeperState;
  #unsent: Record<string, Answer> = {};
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #onOver: () => void = () => undefined;

  constructor(options: AnswerKeeperOptions) {
    this.#options = options;
    this.#state = { answers: options.initial, status: 'saved' };
  }

  readonly getState = (): KeeperState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Takes up what an earlier page kept and the server never got. `onOver`: the server says that the attempt is
   * over. Call the result when the page goes.
   */
  open(onOver: () => void): () => void {
    this.#onOver = onOver;
    this.#unsent = { ...readStored(this.#options.storageKey), ...this.#unsent };
    if (Object.keys(this.#unsent).length > 0) {
      this.#set({ answers: { ...this.#state.answers, ...this.#unsent }, status: 'saving' });
      this.#schedule(0);
    }
    const again = () => this.#schedule(0);
    addEventListener('online', again);
    return () => {
      removeEventListener('online', again);
      clearTimeout(this.#timer);
    };
  }

  answer(question: string, value: Answer): void {
    if (this.#state.status === 'closed') return;
    this.#unsent = { ...this.#unsent, [question]: value };
    writeStored(this.#options.storageKey, this.#unsent);
    this.#set({ answers: { ...this.#state.answers, [question]: value }, status: 'saving' });
    this.#schedule(PAUSE_MS);
  }

  /** What the server has not confirmed: goes along when the attempt is submitted. */
  unsent(): QuizAnswers {
    return this.#unsent;
  }

  /** It was submitted: nothing is left to send. */
  close(): void {
    clearTimeout(this.#timer);
    this.#unsent = {};
    writeStored(this.#options.storageKey, this.#unsent);
    this.#set({ ...this.#state, status: 'closed' });
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), delayMs);
  }

  async #send(): Promise<void> {
    // One save at a time: what changes meanwhile goes with the next.
    if (this.#sending !== null) {
      await this.#sending;
      return;
    }
    const changed = this.#unsent;
    if (Object.keys(changed).length === 0 || this.#state.status === 'closed') return;
    this.#sending = this.#sendOnce(changed);
    await this.#sending;
    this.#sending = null;
    // Nothing is unsent any more when the attempt was closed.
    if (Object.keys(this.#unsent).length === 0) return;
    this.#schedule(this.getState().status === 'kept-in-browser' ? RETRY_MS : 0);
  }

  async #sendOnce(changed: Readonly<Record<string, Answer>>): Promise<void> {
    try {
      const { kind } = await this.#options.save(changed);
      if (kind === 'closed') {
        this.close();
        this.#onOver();
        return;
      }
      this.#unsent = Object.fromEntries(
        Object.entries(this.#unsent).filter(([question, value]) => changed[question] !== value),
      );
      writeStored(this.#options.storageKey, this.#unsent);
      const isAll = Object.keys(this.#unsent).length === 0;
      this.#set({ ...this.#state, status: isAll ? 'saved' : 'saving' });
    } catch {
      this.#set({ ...this.#state, status: 'kept-in-browser' });
    }
  }

  #set(state: KeeperState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function readStored(key: string): Record<string, Answer> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(isKept));
  } catch {
    return {};
  }
}

function isKept(entry: readonly [string, unknown]): entry is [string, Answer] {
  const [, value] = entry;
  if (typeof value === 'string') return true;
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((part) => typeof part === 'string')
  );
}

/** Where storage is switched off they live as long as the page. */
function writeStored(key: string, answers: Readonly<Record<string, Answer>>): void {
  try {
    if (Object.keys(answers).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(answers));
  } catch {
    // Full, or not allowed: the server still gets them.
  }
}
