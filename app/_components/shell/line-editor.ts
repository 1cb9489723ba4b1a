/**
 * The line being typed at a terminal, as readline edits one: the machine's terminal gets whole lines and
 * does not echo, so whoever shows it does both. Pure: keys in, text for the screen and bytes for the
 * machine out. Who knows the names that complete a word is asked by `Typed.asks`.
 */

import type { TerminalModes } from '@/lib/kernel/terminal/terminal-settings';
import { inColumns } from './in-columns';

export type Typed = {
  /** Written to the screen: echo, and moves of the cursor. */
  readonly screen: string;
  /** Sent to the machine, in order. */
  readonly machine: string;
  /** Tab was pressed behind this: what fits is to be given to `complete`. */
  readonly asks?: string;
};

/** What the end of the line before the cursor may be replaced by. */
export type Completions = { readonly typed: string; readonly names: readonly string[] };

const HISTORY_MAX = 500;

const CONTROL = {
  a: '\u0001',
  b: '\u0002',
  c: '\u0003',
  d: '\u0004',
  e: '\u0005',
  f: '\u0006',
  g: '\u0007',
  k: '\u000b',
  l: '\u000c',
  n: '\u000e',
  p: '\u0010',
  r: '\u0012',
  u: '\u0015',
  w: '\u0017',
  z: '\u001a',
  backslash: '\u001c',
} as const;
const BACKSPACE = '\u007f';
const TAB = '\t';
const ESCAPE = '\u001b';

export class LineEditor {
  #line: string[] = [];
  /** Characters before the cursor. */
  #cursor = 0;
  /** What the screen's last line showed before anything was typed: the prompt, mostly. */
  #prompt = '';
  #history: string[] = [];
  /** Which of them is shown; at the end, the line that is being typed. */
  #shown = 0;
  #unfinished = '';
  /** Of the last Tab: a second one lists the names. */
  #asked: string | null = null;
  #search: Search | null = null;

  /** `columns()`: how wide the screen is, in characters. */
  constructor(private readonly columns: () => number) {}

  get isEmpty(): boolean {
    return this.#line.length === 0;
  }

  /** The machine has printed something; what was typed so far and not sent stands after it. */
  printed(text: string): void {
    const at = text.lastIndexOf('\n');
    this.#prompt = at < 0 ? this.#prompt + text : text.slice(at + 1);
  }

  /** Text of keys, as terminals send it; pasted text is keys, too. */
  type(text: string, modes: TerminalModes): Typed {
    if (!modes.isCanonical) {
      const screen = modes.echoes ? text.replace(/\r/g, '\r\n') : '';
      return { screen, machine: text };
    }
    if (text === TAB) return this.#tab();
    this.#asked = null;
    let screen = '';
    let machine = '';
    for (const key of keysOf(text)) {
      const typed = this.#search === null ? this.#key(key) : this.#searching(this.#search, key);
      if (modes.echoes) screen += typed.screen;
      machine += typed.machine;
    }
    return { screen, machine };
  }

  /** What fits behind `line`, which was asked for; nothing if something else stands there by now. */
  complete(line: string, { typed, names }: Completions): Typed {
    const [first] = names;
    if (line !== this.#beforeCursor || first === undefined) return NOTHING;
    const common = names.reduce(commonStart, first);
    const rest = [...common.slice(typed.length)];
    if (names.length === 1 && !common.endsWith('/')) rest.push(' ');
    const isSecond = this.#asked === line;
    this.#asked = line;
    if (rest.length > 0)
      return this.#edit(() => {
        this.#line.splice(this.#cursor, 0, ...rest);
        this.#cursor += rest.length;
      });
    if (!isSecond) return NOTHING;
    const toEnd = moved(this.#at(this.#cursor), this.#at(this.#line.length), this.columns());
    const list = inColumns(names, this.columns());
    return {
      screen: `${toEnd}\r\n${list}\r\n${this.#prompt}${this.#drawn().screen}`,
      machine: '',
    };
  }

  #tab(): Typed {
    if (this.#search !== null) return this.#endSearch(this.#search);
    return { ...NOTHING, asks: this.#beforeCursor };
  }

  get #beforeCursor(): string {
    return this.#line.slice(0, this.#cursor).join('');
  }

  #key(key: string): Typed {
    switch (key) {
      case '\r':
      case '\n':
        return this.#enter();
      case CONTROL.c:
        return this.#signal('^C', key);
      case CONTROL.z:
        return this.#signal('^Z', key);
      case CONTROL.backslash:
        return this.#signal('^\\', key);
      case CONTROL.d:
        // On an empty line the end of the input; within one it deletes.
        return this.#line.length === 0
          ? { screen: '', machine: key }
          : this.#edit(() => this.#delete(1));
      case BACKSPACE:
      case '\b':
        return this.#cursor === 0 ? NOTHING : this.#edit(() => this.#delete(-1));
      case `${ESCAPE}[3~`:
        return this.#edit(() => this.#delete(1));
      case `${ESCAPE}[D`:
      case `${ESCAPE}OD`:
      case CONTROL.b:
        return this.#edit(() => this.#moveTo(this.#cursor - 1));
      case `${ESCAPE}[C`:
      case `${ESCAPE}OC`:
      case CONTROL.f:
        return this.#edit(() => this.#moveTo(this.#cursor + 1));
      case `${ESCAPE}[H`:
      case `${ESCAPE}OH`:
      case `${ESCAPE}[1~`:
      case CONTROL.a:
        return this.#edit(() => this.#moveTo(0));
      case `${ESCAPE}[F`:
      case `${ESCAPE}OF`:
      case `${ESCAPE}[4~`:
      case CONTROL.e:
        return this.#edit(() => this.#moveTo(this.#line.length));
      case `${ESCAPE}[1;5D`:
      case `${ESCAPE}b`:
        return this.#edit(() => this.#moveTo(this.#wordStart()));
      case `${ESCAPE}[1;5C`:
      case `${ESCAPE}f`:
        return this.#edit(() => this.#moveTo(this.#wordEnd()));
      case CONTROL.k:
        return this.#edit(() => this.#line.splice(this.#cursor));
      case CONTROL.u:
        return this.#edit(() => this.#delete(-this.#cursor));
      case CONTROL.w:
        return this.#edit(() => this.#delete(this.#wordStart() - this.#cursor));
      case `${ESCAPE}[A`:
      case `${ESCAPE}OA`:
      case CONTROL.p:
        return this.#edit(() => this.#recall(this.#shown - 1));
      case `${ESCAPE}[B`:
      case `${ESCAPE}OB`:
      case CONTROL.n:
        return this.#edit(() => this.#recall(this.#shown + 1));
      case CONTROL.l:
        return this.#clearScreen();
      case CONTROL.r:
        return this.#startSearch();
      default:
        return isPrintable(key) ? this.#insert(key) : NOTHING;
    }
  }

  #insert(key: string): Typed {
    if (this.#cursor < this.#line.length)
      return this.#edit(() => {
        this.#line.splice(this.#cursor, 0, key);
        this.#cursor++;
      });
    this.#line.push(key);
    this.#cursor++;
    // A terminal goes to the next row only with the next character: the cursor is to stand there now.
    const isRowFull = this.#at(this.#cursor) % this.columns() === 0;
    return { screen: isRowFull ? `${key}\r\n` : key, machine: '' };
  }

  #enter(): Typed {
    const line = this.#line.join('');
    const toEnd = this.#edit(() => this.#moveTo(this.#line.length)).screen;
    if (line.trim() !== '' && this.#history.at(-1) !== line)
      this.#history = [...this.#history, line].slice(-HISTORY_MAX);
    this.forget();
    return { screen: `${toEnd}\r\n`, machine: `${line}\n` };
  }

  #signal(shown: string, key: string): Typed {
    const toEnd = this.#edit(() => this.#moveTo(this.#line.length)).screen;
    this.forget();
    return { screen: `${toEnd}${shown}`, machine: key };
  }

  /** What is being typed is gone; the history stays. */
  forget(): void {
    this.#line = [];
    this.#cursor = 0;
    this.#prompt = '';
    this.#shown = this.#history.length;
    this.#unfinished = '';
    this.#asked = null;
    this.#search = null;
  }

  #recall(index: number): void {
    if (index < 0 || index > this.#history.length) return;
    if (this.#shown === this.#history.length) this.#unfinished = this.#line.join('');
    this.#shown = index;
    this.#line = [...(this.#history[index] ?? this.#unfinished)];
    this.#cursor = this.#line.length;
  }

  #delete(count: number): void {
    const from = Math.min(this.#cursor, this.#cursor + count);
    this.#line.splice(from, Math.abs(count));
    this.#cursor = from;
  }

  #moveTo(place: number): void {
    this.#cursor = Math.max(0, Math.min(place, this.#line.length));
  }

  #wordStart(): number {
    let at = this.#cursor;
    while (at > 0 && this.#line[at - 1] === ' ') at--;
    while (at > 0 && this.#line[at - 1] !== ' ') at--;
    return at;
  }

  #wordEnd(): number {
    let at = this.#cursor;
    while (at < this.#line.length && this.#line[at] === ' ') at++;
    while (at < this.#line.length && this.#line[at] !== ' ') at++;
    return at;
  }

  #startSearch(): Typed {
    const line = this.#line;
    const search = { prompt: this.#prompt, line, wanted: '', at: this.#history.length };
    return this.#redraw(() => this.#showSearch(search));
  }

  /** Keys that are not for the search end it, and do what they always do. */
  #searching(search: Search, key: string): Typed {
    if (key === CONTROL.r) return this.#found(search, search.wanted, search.at - 1);
    if (key === BACKSPACE || key === '\b')
      return this.#found(search, search.wanted.slice(0, -1), this.#history.length - 1);
    if (isPrintable(key))
      return this.#found(
        search,
        search.wanted + key,
        Math.min(search.at, this.#history.length - 1),
      );
    const isGivenUp = key === CONTROL.g || key === CONTROL.c;
    const ended = this.#endSearch(search, isGivenUp ? search.line : this.#line);
    if (key === CONTROL.g || key === ESCAPE) return ended;
    const typed = this.#key(key);
    return { ...typed, screen: ended.screen + typed.screen };
  }

  /** The latest line at or before `from` that has what is wanted; none: it stays where it is. */
  #found(search: Search, wanted: string, from: number): Typed {
    let at = from;
    while (at >= 0 && this.#history[at]?.includes(wanted) !== true) at--;
    return this.#redraw(() => {
      if (at >= 0 && wanted !== '') this.#setLine(this.#history[at] ?? '');
      this.#showSearch({ ...search, wanted, at: at >= 0 ? at : search.at });
    });
  }

  #showSearch(search: Search): void {
    this.#search = search;
    this.#prompt = `(search)\`${search.wanted}': `;
  }

  #endSearch({ prompt, at }: Search, line: readonly string[] = this.#line): Typed {
    return this.#redraw(() => {
      this.#search = null;
      this.#prompt = prompt;
      this.#shown = at;
      this.#setLine(line.join(''));
    });
  }

  #setLine(line: string): void {
    this.#line = [...line];
    this.#cursor = this.#line.length;
  }

  #clearScreen(): Typed {
    const { screen } = this.#drawn();
    return { screen: `${ESCAPE}[2J${ESCAPE}[H${this.#prompt}${screen}`, machine: '' };
  }

  /** Draws the line anew after `change`, from where it begins. */
  #edit(change: () => void): Typed {
    const before = this.#at(this.#cursor);
    change();
    const start = this.#at(0);
    const toStart = moved(before, start, this.columns());
    return { screen: `${toStart}${ESCAPE}[J${this.#drawn().screen}`, machine: '' };
  }

  /** As `#edit`, and the prompt, too. */
  #redraw(change: () => void): Typed {
    const toStart = moved(this.#at(this.#cursor), 0, this.columns());
    change();
    return { screen: `${toStart}\r${ESCAPE}[J${this.#prompt}${this.#drawn().screen}`, machine: '' };
  }

  /** The line from its start on, the cursor then where it belongs. */
  #drawn(): Typed {
    const end = this.#at(this.#line.length);
    const isRowFull = end > this.#at(0) && end % this.columns() === 0;
    const back = moved(end, this.#at(this.#cursor), this.columns());
    return { screen: `${this.#line.join('')}${isRowFull ? '\r\n' : ''}${back}`, machine: '' };
  }

  /** Where on the screen, counted from the start of the prompt's row, the character of the line stands. */
  #at(place: number): number {
    return [...this.#prompt].length + place;
  }
}

/** Looking for a line of the history, ^R. */
type Search = {
  /** What stood there before, and comes again. */
  readonly prompt: string;
  readonly line: readonly string[];
  readonly wanted: string;
  /** In the history; its length: nothing found yet. */
  readonly at: number;
};

const NOTHING: Typed = { screen: '', machine: '' };

function moved(from: number, to: number, columns: number): string {
  if (from === to) return '';
  const rows = Math.floor(from / columns) - Math.floor(to / columns);
  const column = to % columns;
  const vertical = rows === 0 ? '' : `${ESCAPE}[${Math.abs(rows)}${rows > 0 ? 'A' : 'B'}`;
  return `${vertical}\r${column === 0 ? '' : `${ESCAPE}[${column}C`}`;
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

function isPrintable(key: string): boolean {
  return [...key].length === 1 && key >= ' ' && key !== BACKSPACE;
}

/** Characters, and sequences that stand for one key. */
function keysOf(text: string): readonly string[] {
  return text.match(/\u001b(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z]|.)|\r\n|[^]/gu)?.map(newline) ?? [];
}

function newline(key: string): string {
  return key === '\r\n' ? '\n' : key;
}
