/**
 * The line being typed at a terminal, as readline edits one: the machine's terminal gets whole lines and
 * does not echo, so whoever shows it does both. Pure: keys in, text for the screen and bytes for the
 * machine out. Leaves out completion and searching in the history.
 */

import type { TerminalModes } from '@/lib/kernel/terminal/terminal-settings';

export type Typed = {
  /** Written to the screen: echo, and moves of the cursor. */
  readonly screen: string;
  /** Sent to the machine, in order. */
  readonly machine: string;
};

const HISTORY_MAX = 500;

const CONTROL = {
  a: '\u0001',
  b: '\u0002',
  c: '\u0003',
  d: '\u0004',
  e: '\u0005',
  f: '\u0006',
  k: '\u000b',
  l: '\u000c',
  n: '\u000e',
  p: '\u0010',
  u: '\u0015',
  w: '\u0017',
  z: '\u001a',
  backslash: '\u001c',
} as const;
const BACKSPACE = '\u007f';
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
    let screen = '';
    let machine = '';
    for (const key of keysOf(text)) {
      const typed = this.#key(key);
      if (modes.echoes) screen += typed.screen;
      machine += typed.machine;
    }
    return { screen, machine };
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

const NOTHING: Typed = { screen: '', machine: '' };

function moved(from: number, to: number, columns: number): string {
  if (from === to) return '';
  const rows = Math.floor(from / columns) - Math.floor(to / columns);
  const column = to % columns;
  const vertical = rows === 0 ? '' : `${ESCAPE}[${Math.abs(rows)}${rows > 0 ? 'A' : 'B'}`;
  return `${vertical}\r${column === 0 ? '' : `${ESCAPE}[${column}C`}`;
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
