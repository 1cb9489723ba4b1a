'use client';

import { useCallback, useEffect, useReducer } from 'react';
import type { ProgramFile } from '@/app/_workers/program-file';
import type { Example } from '@/lib/courseware/examples';
import {
  fileNameSchema,
  FILES_MAX,
  filesSchema,
  unpackFiles,
} from '../_components/share/shared-files';

const STORAGE_KEY = 'forkyard:play';

export type Playfield = {
  readonly files: readonly ProgramFile[];
  readonly open: string;
  /** What Run types; null: compile the open file and run it. */
  readonly command: string | null;
  /** False before it is known what was left here last, or what the address holds. */
  readonly isReady: boolean;
  /** What could not be done, in words. */
  readonly notice: string | null;
};

type Change =
  | {
      readonly kind: 'load';
      readonly files: readonly ProgramFile[];
      readonly command: string | null;
    }
  | { readonly kind: 'open' | 'remove'; readonly name: string }
  | { readonly kind: 'add'; readonly name: string }
  | { readonly kind: 'edit'; readonly text: string }
  | { readonly kind: 'notice'; readonly notice: string | null };

export type FileControls = Playfield & {
  readonly text: string;
  readonly load: (example: Pick<Example, 'files' | 'command'>) => void;
  readonly select: (name: string) => void;
  readonly add: (name: string) => void;
  readonly remove: (name: string) => void;
  readonly edit: (text: string) => void;
};

/**
 * The playground's files: from the address, else an example asked for, else what was left here last. One
 * that forgets neither knows what was left nor leaves anything.
 */
export function useFiles(
  first: Example,
  asked: Example | null,
  memory: 'remembers' | 'forgets' = 'remembers',
): FileControls {
  const [field, dispatch] = useReducer(change, {
    files: first.files,
    open: first.files[0].name,
    command: first.command,
    isReady: false,
    notice: null,
  });

  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const shared = location.hash.length > 1 ? await unpackFiles(location.hash.slice(1)) : null;
      if (isGone) return;
      if (shared !== null) dispatch({ kind: 'load', files: shared, command: null });
      else if (asked !== null) dispatch({ kind: 'load', ...asked });
      else dispatch({ kind: 'load', ...((memory === 'remembers' ? kept() : null) ?? first) });
      if (shared === null && location.hash.startsWith('#p1.'))
        dispatch({
          kind: 'notice',
          notice: 'This link is not whole: nothing could be read from it. Ask for it again.',
        });
    };
    void load();
    const onHash = () => void load();
    window.addEventListener('hashchange', onHash);
    return () => {
      isGone = true;
      window.removeEventListener('hashchange', onHash);
    };
  }, [first, asked, memory]);

  const { files, command, isReady, open } = field;
  useEffect(() => {
    if (!isReady || memory === 'forgets') return;
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify({ files, command }));
    } catch {
      // Storage is full or forbidden: the page works, and forgets.
    }
  }, [files, command, isReady, memory]);

  return {
    ...field,
    text: files.find(({ name }) => name === open)?.text ?? '',
    load: useCallback((example) => dispatch({ kind: 'load', ...example }), []),
    select: useCallback((name) => dispatch({ kind: 'open', name }), []),
    add: useCallback((name) => dispatch({ kind: 'add', name }), []),
    remove: useCallback((name) => dispatch({ kind: 'remove', name }), []),
    edit: useCallback((text) => dispatch({ kind: 'edit', text }), []),
  };
}

function change(field: Playfield, action: Change): Playfield {
  const { files, open } = field;
  switch (action.kind) {
    case 'load': {
      const [first] = action.files;
      if (first === undefined) return field;
      const { files: loaded, command } = action;
      return { files: loaded, open: first.name, command, isReady: true, notice: null };
    }
    case 'open':
      return { ...field, open: action.name, notice: null };
    case 'add':
      return added(field, action.name.trim());
    case 'remove': {
      const left = files.filter(({ name }) => name !== action.name);
      const [first] = left;
      if (first === undefined) return field;
      return { ...field, files: left, open: open === action.name ? first.name : open };
    }
    case 'edit':
      return {
        ...field,
        files: files.map((file) => (file.name === open ? { ...file, text: action.text } : file)),
      };
    case 'notice':
      return { ...field, notice: action.notice };
  }
}

function added(field: Playfield, name: string): Playfield {
  if (field.files.some((file) => file.name === name)) return { ...field, open: name, notice: null };
  if (field.files.length >= FILES_MAX)
    return { ...field, notice: `There are ${FILES_MAX} files already; that is as many as fit.` };
  if (!fileNameSchema.safeParse(name).success)
    return {
      ...field,
      notice: 'A file’s name has letters, digits, dots, hyphens and underscores: list.h, say.',
    };
  // An example's command knows nothing of another source.
  const command = name.endsWith('.c') ? null : field.command;
  return {
    ...field,
    files: [...field.files, { name, text: '' }],
    open: name,
    command,
    notice: null,
  };
}

/** null: nothing was left, or nothing of use. */
function kept(): Pick<Playfield, 'files' | 'command'> | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('files' in stored)) return null;
    const files = filesSchema.safeParse(stored.files);
    if (!files.success) return null;
    const command =
      'command' in stored && typeof stored.command === 'string' ? stored.command : null;
    return { files: files.data, command };
  } catch {
    return null;
  }
}
