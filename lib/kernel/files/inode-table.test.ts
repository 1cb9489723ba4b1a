import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../grading/run';
import { compile } from '../../compiler/compile';
import { userFile } from '../../compiler/diagnostics';
import { nextBelow, randomState } from '../random';
import { user } from './credentials';
import { fileTime } from './file-time';
import type { Inode } from './inode';
import {
  allInodes,
  cloneInodeTable,
  deleteInode,
  findInode,
  type InodeTable,
  newInodeTable,
  peekInode,
  putInode,
} from './inode-table';

function inode(number: number, mode: number): Inode {
  const at = fileTime(0);
  return {
    number,
    content: { kind: 'directory', entries: new Map([['x', mode]]), parent: 1 },
    mode,
    owner: user.root.user,
    group: user.root.group,
    links: 1,
    holds: 0,
    accessed: at,
    modified: at,
    changed: at,
  };
}

/** Modes and entries by number. */
function contents(table: InodeTable): [number, number, number | undefined][] {
  return allInodes(table).map(({ number, mode, content }) => [
    number,
    mode,
    content.kind === 'directory' ? content.entries.get('x') : undefined,
  ]);
}

describe('inodes in layers', () => {
  it('are in each snapshot what they were when it was taken', () => {
    const random = randomState(1);
    const actions = ['put', 'change', 'delete', 'snapshot', 'go back'] as const;
    for (let round = 0; round < 100; round++) {
      let table = newInodeTable();
      let model = new Map<number, number>();
      const taken: { table: InodeTable; model: Map<number, number> }[] = [];
      for (let step = 0; step < 200; step++) {
        const action = actions[nextBelow(random, actions.length)];
        const number = 1 + nextBelow(random, 60);
        const mode = 1 + nextBelow(random, 0o777);
        if (action === 'put') {
          putInode(table, inode(number, mode));
          model.set(number, mode);
        } else if (action === 'change') {
          const found = findInode(table, number);
          expect(found?.mode).toBe(model.get(number));
          if (found?.content.kind !== 'directory') continue;
          found.mode = mode;
          found.content.entries.set('x', mode);
          model.set(number, mode);
        } else if (action === 'delete') {
          deleteInode(table, number);
          model.delete(number);
        } else if (action === 'snapshot') {
          taken.push({ table: cloneInodeTable(table), model: new Map(model) });
        } else {
          const chosen = taken[number % Math.max(1, taken.length)];
          if (chosen === undefined) continue;
          table = cloneInodeTable(chosen.table);
          model = new Map(chosen.model);
        }
        expect(peekInode(table, number)?.mode).toBe(model.get(number));
      }
      for (const snapshot of [...taken, { table, model }]) {
        const expected = [...snapshot.model].sort(([a], [b]) => a - b);
        expect(contents(snapshot.table)).toEqual(
          expected.map(([number, mode]) => [number, mode, mode]),
        );
      }
    }
  });

  it('of one machine are not changed by another', () => {
    const program = `
      #include <stdio.h>
      #include <sys/stat.h>
      #include <unistd.h>
      int main(void) {
        struct stat at;
        FILE *file = fopen("notes", "a+");
        printf("%d %ld\\n", stat("/tmp/mine", &at), ftell(file));
        fputs("seen", file);
        fclose(file);
        mkdir("/tmp/mine", 0700);
        stat("/tmp", &at);
        printf("%d ", (int)at.st_nlink);
        printf("%d\\n", stat("/tmp/mine", &at));
        return 0;
      }`;
    const { image } = compile([userFile('main.c', program)]);
    if (image === null) throw new Error('not compiled');
    const run = () => runToEnd(image, { files: { notes: 'old' } }).report.stdout;
    const first = run();
    expect(first).toContain('3 0\n');
    expect(run()).toBe(first);
  });
});
