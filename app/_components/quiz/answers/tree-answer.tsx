'use client';

import { Plus, Trash2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { cn } from '@/app/_components/ui/class-names';
import { Input } from '@/app/_components/ui/input';
import {
  type DrawnNode,
  LONE_PROCESS,
  treeFromText,
  treeToText,
} from '@/lib/grading/quiz/drawn-tree';
import { textAnswer } from '@/lib/grading/quiz/given';
import type { AnswerProps } from './answer-props';
import {
  allPaths,
  named,
  nodeAt,
  ROOT,
  samePath,
  type TreePath,
  without,
  withChild,
} from './tree-edits';

const PROCESSES_MAX = 40;

/**
 * A process tree to be drawn: choose a process, give it children. Arrow keys go through the tree, Enter adds
 * a child, Delete removes, Control and Z takes back.
 */
export function TreeAnswer({ labelledBy, value, onChange }: AnswerProps) {
  const id = useId();
  const tree = useRef<HTMLUListElement>(null);
  const root = treeFromText(textAnswer(value)) ?? LONE_PROCESS;
  const paths = allPaths(root);
  const [chosen, setChosen] = useState<TreePath>(ROOT);
  const [before, setBefore] = useState<readonly string[]>([]);
  const at = nodeAt(root, chosen) === null ? ROOT : chosen;
  const node = nodeAt(root, at) ?? root;
  const isFull = paths.length >= PROCESSES_MAX;

  function change(next: DrawnNode) {
    setBefore([...before.slice(-49), textAnswer(value)]);
    onChange(treeToText(next));
  }

  function addChild() {
    if (isFull) return;
    change(withChild(root, at));
  }

  function remove() {
    if (at.length === 0) return;
    change(without(root, at));
    setChosen(at.slice(0, -1));
  }

  function undo() {
    const last = before.at(-1);
    if (last === undefined) return;
    setBefore(before.slice(0, -1));
    onChange(last);
  }

  function press(event: KeyboardEvent) {
    const place = paths.findIndex((path) => samePath(path, at));
    const go = (path: TreePath | undefined) => {
      if (path !== undefined) setChosen(path);
    };
    const byKey: Readonly<Record<string, () => void>> = {
      ArrowUp: () => go(paths[place - 1]),
      ArrowDown: () => go(paths[place + 1]),
      ArrowLeft: () => go(at.length === 0 ? undefined : at.slice(0, -1)),
      ArrowRight: () => go(node.children.length === 0 ? undefined : [...at, 0]),
      Home: () => go(paths[0]),
      End: () => go(paths.at(-1)),
      Enter: addChild,
      Delete: remove,
      Backspace: remove,
    };
    const act = event.key === 'z' && (event.ctrlKey || event.metaKey) ? undo : byKey[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <div role="group" aria-labelledby={labelledBy} className="rounded-lg border bg-sunken">
      <div
        role="toolbar"
        aria-label="Tree"
        className="flex flex-wrap items-center gap-2 border-b p-2"
      >
        <Button size="sm" onClick={addChild} disabled={isFull}>
          <Plus aria-hidden />
          Add child
        </Button>
        <Button size="sm" onClick={remove} disabled={at.length === 0}>
          <Trash2 aria-hidden />
          Remove
        </Button>
        <Button size="sm" onClick={undo} disabled={before.length === 0}>
          <Undo2 aria-hidden />
          Undo
        </Button>
        <label className="flex items-center gap-2 text-sm">
          Name
          <Input
            className="h-8 w-24 text-sm"
            placeholder="optional"
            autoComplete="off"
            maxLength={20}
            value={node.name}
            onChange={(event) => change(named(root, at, event.target.value))}
          />
        </label>
      </div>
      <ul
        ref={tree}
        role="tree"
        aria-label="Your tree"
        aria-activedescendant={nodeId(id, at)}
        tabIndex={0}
        onKeyDown={press}
        className="overflow-x-auto p-3 text-sm"
      >
        <Branch
          id={id}
          node={root}
          path={ROOT}
          chosen={at}
          onChoose={(path) => {
            setChosen(path);
            tree.current?.focus();
          }}
        />
      </ul>
      <p className="border-t px-3 py-2 text-sm text-muted">
        <span role="status">
          {paths.length === 1 ? 'One process: the first.' : `${paths.length} processes.`}
        </span>{' '}
        Names are for you; only who created whom counts. Keys: arrows, Enter adds a child, Delete
        removes.
      </p>
    </div>
  );
}

type BranchProps = {
  readonly id: string;
  readonly node: DrawnNode;
  readonly path: TreePath;
  readonly chosen: TreePath;
  readonly onChoose: (path: TreePath) => void;
};

function Branch({ id, node, path, chosen, onChoose }: BranchProps) {
  const isChosen = samePath(path, chosen);
  return (
    <li
      id={nodeId(id, path)}
      role="treeitem"
      aria-selected={isChosen}
      aria-expanded={node.children.length > 0 ? true : undefined}
      aria-label={`${node.name === '' ? (path.length === 0 ? 'first process' : 'process') : node.name}, ${node.children.length} ${node.children.length === 1 ? 'child' : 'children'}`}
      className={cn(
        'py-0.5',
        path.length > 0 &&
          'relative pl-6 before:absolute before:top-[1.1rem] before:left-0 before:w-5 before:border-t before:border-edge after:absolute after:top-0 after:left-0 after:h-full after:border-l after:border-edge last:after:h-[1.1rem]',
      )}
    >
      <span
        onClick={() => onChoose(path)}
        className={cn(
          'inline-grid h-8 min-w-9 cursor-pointer place-items-center rounded-md border px-2 font-medium',
          isChosen
            ? 'border-accent bg-accent text-on-accent'
            : 'border-edge bg-surface hover:bg-hover',
        )}
      >
        {node.name === '' ? '•' : node.name}
      </span>
      {node.children.length > 0 && (
        <ul role="group" className="ml-4">
          {node.children.map((child, at) => (
            <Branch
              key={at}
              id={id}
              node={child}
              path={[...path, at]}
              chosen={chosen}
              onChoose={onChoose}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function nodeId(id: string, path: TreePath): string {
  return `${id}-${path.join('-')}`;
}
