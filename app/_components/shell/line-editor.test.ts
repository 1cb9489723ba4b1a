import { describe, expect, it } from 'vitest';
import type { TerminalModes } from '@/lib/kernel/terminal/terminal-settings';
import { LineEditor } from './line-editor';

const LINES: TerminalModes = { isCanonical: true, echoes: true };

/** A screen that knows as much of a terminal as the editor uses. */
class Screen {
  readonly rows: string[][] = [[]];
  row = 0;
  column = 0;

  constructor(readonly columns: number) {}

  write(text: string): void {
    for (const part of text.match(/\u001b\[\d*[A-Z]|[^]/gu) ?? []) this.#part(part);
  }

  #part(part: string): void {
    const sequence = /^\u001b\[(\d*)([A-Z])$/.exec(part);
    const count = Number(sequence?.[1] === '' ? 1 : sequence?.[1]);
    switch (sequence === null ? part : `move ${sequence[2] ?? ''}`) {
      case '\r':
        this.column = 0;
        return;
      case '\n':
        this.row++;
        return;
      case 'move A':
        this.row -= count;
        return;
      case 'move B':
        this.row += count;
        return;
      case 'move C':
        this.column += count;
        return;
      case 'move J':
        this.rows.length = this.row + 1;
        this.rows[this.row] = (this.rows[this.row] ?? []).slice(0, this.column);
        return;
      default:
        if (this.column === this.columns) {
          this.row++;
          this.column = 0;
        }
        (this.rows[this.row] ??= [])[this.column++] = part;
    }
  }

  get text(): string {
    return this.rows.map((row) => row.join('')).join('\n');
  }
}

function typed(keys: string, columns = 80) {
  const editor = new LineEditor(() => columns);
  const screen = new Screen(columns);
  editor.printed('$ ');
  screen.write('$ ');
  let machine = '';
  // One key at a time, as from a keyboard.

  for (const key of keys.match(/\u001b\[[0-9;]*[A-Za-z~]|\u001b.|[^]/gu) ?? []) {
    const answer = editor.type(key, LINES);
    screen.write(answer.screen);
    machine += answer.machine;
  }
  return { screen, machine, editor };
}

const LEFT = '\u001b[D';
const UP = '\u001b[A';
const DOWN = '\u001b[B';
const HOME = '\u001b[H';

describe('a line at the terminal', () => {
  it('is echoed as it is typed and sent whole', () => {
    const { screen, machine } = typed('ls -l\r');
    expect(machine).toBe('ls -l\n');
    expect(screen.text).toBe('$ ls -l');
    expect([screen.row, screen.column]).toEqual([1, 0]);
  });

  it.each([
    ['ca\u007fd', 'cd'],
    [`eho${LEFT}${LEFT}c`, 'echo'],
    [`ho${HOME}ec`, 'echo'],
    [`abc${LEFT}${LEFT}\u001b[3~`, 'ac'],
    [`abc${LEFT}\u0004`, 'ab'],
    ['one two three\u0017', 'one two '],
    [`one two${LEFT}${LEFT}${LEFT}\u0015`, 'two'],
    [`one two${LEFT}${LEFT}${LEFT}\u000b`, 'one '],
    ['one two\u001bbx', 'one xtwo'],
    ['one two\u0001\u001bfx', 'onex two'],
    ['a\u007f\u007f\u007fb', 'b'],
    ['tab\tbell\u0007', 'tabbell'],
    ['grüße', 'grüße'],
  ])('%j leaves %j', (keys, line) => {
    const { screen, machine } = typed(`${keys}\r`);
    expect(machine).toBe(`${line}\n`);
    expect(screen.text.trimEnd()).toBe(`$ ${line}`.trimEnd());
  });

  it('may be longer than the screen is wide', () => {
    const { screen, machine } = typed(`0123456789abcdef${HOME}X${LEFT}Y`, 10);
    expect(screen.text).toBe('$ YX012345\n6789abcdef');
    expect([screen.row, screen.column]).toEqual([0, 3]);
    expect(machine).toBe('');
  });

  it('stands on the next row when a row is full', () => {
    const { screen } = typed('01234567', 10);
    expect([screen.row, screen.column]).toEqual([1, 0]);
    const { screen: shorter } = typed('012345678\u007f\u007f', 10);
    expect(shorter.text).toBe('$ 0123456');
    expect([shorter.row, shorter.column]).toEqual([0, 9]);
  });

  it('comes again from the history', () => {
    const { machine, screen } = typed(`one\rtwo\rtwo\rthr${UP}${UP}\r`);
    expect(machine).toBe('one\ntwo\ntwo\none\n');
    expect(screen.text).toContain('one');
    expect(typed(`one\rdraft${UP}${DOWN}\r`).machine).toBe('one\ndraft\n');
    expect(typed(`${UP}${DOWN}x\r`).machine).toBe('x\n');
  });

  it('is given up by ^C, stopped by ^Z, and ended by ^D where it is empty', () => {
    const { machine, screen } = typed('sleep\u0003');
    expect(machine).toBe('\u0003');
    expect(screen.text).toBe('$ sleep^C');
    expect(typed('\u001a').machine).toBe('\u001a');
    expect(typed('\u0004').machine).toBe('\u0004');
    expect(typed('half\u0003echo\r').machine).toBe('\u0003echo\n');
  });

  it('is completed as far as the names have it in common; a second Tab lists them', () => {
    const { editor, screen } = typed('cat pro');
    const tab = (typed: string, names: readonly string[]): void => {
      const { asks } = editor.type('\t', LINES);
      screen.write(editor.complete(asks ?? '', { typed, names }).screen);
    };
    tab('pro', ['prog.c', 'prog.h']);
    expect(screen.text).toBe('$ cat prog.');
    tab('prog.', ['prog.c', 'prog.h']);
    expect(screen.text).toBe('$ cat prog.');
    tab('prog.', ['prog.c', 'prog.h']);
    expect(screen.text).toBe('$ cat prog.\nprog.c  prog.h\n$ cat prog.');
    screen.write(editor.type('h', LINES).screen);
    tab('prog.h', ['prog.h']);
    expect(editor.type('x\r', LINES).machine).toBe('cat prog.h x\n');
    screen.write(editor.type('cd s', LINES).screen);
    tab('s', ['src/']);
    expect(editor.type('\r', LINES).machine).toBe('cd src/\n');
  });

  it('is completed where the cursor stands, and not when something else stands there by then', () => {
    const { editor } = typed(`ls -l${LEFT}${LEFT}${LEFT}`);
    expect(editor.type('\t', LINES).asks).toBe('ls');
    expect(editor.complete('l', { typed: 'l', names: ['ln'] }).screen).toBe('');
    expect(editor.type('\r', LINES).machine).toBe('ls -l\n');
  });

  it('is looked for in the history', () => {
    const lines = 'cc fork.c\r./a.out\rcc pipe.c\rls\r';
    const { screen } = typed(`${lines}\u0012cc`);
    expect(screen.text.split('\n').at(-1)).toBe("(search)`cc': cc pipe.c");
    expect(typed(`${lines}\u0012cc\r`).machine).toMatch(/\ncc pipe.c\n$/);
    expect(typed(`${lines}\u0012cc\u0012\r`).machine).toMatch(/\ncc fork.c\n$/);
    expect(typed(`${lines}\u0012ccx\u007f\u0001\u000bpwd\r`).machine).toMatch(/\npwd\n$/);
    const given = typed(`${lines}dra\u0012cc\u0007ft\r`);
    expect(given.machine).toMatch(/\ndraft\n$/);
    expect(given.screen.text).toMatch(/^draft$/m);
  });

  it('takes pasted lines one after another', () => {
    const editor = new LineEditor(() => 80);
    expect(editor.type('cc a.c\r\n./a.out\rrest', LINES).machine).toBe('cc a.c\n./a.out\n');
    expect(editor.type('!\r', LINES).machine).toBe('rest!\n');
  });

  it('is not shown to who must not see it, and not edited for a program that wants every key', () => {
    const editor = new LineEditor(() => 80);
    const secret = editor.type('pass', { isCanonical: true, echoes: false });
    expect(secret).toEqual({ screen: '', machine: '' });
    const sent = editor.type('word\r', { isCanonical: true, echoes: false });
    expect(sent).toEqual({ screen: '', machine: 'password\n' });
    const raw = editor.type(`q${LEFT}`, { isCanonical: false, echoes: false });
    expect(raw).toEqual({ screen: '', machine: `q${LEFT}` });
  });
});
