'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { DraftKeeper, type DraftState, type SaveAnswer, type StoredDraft } from './draft-keeper';

type DraftOptions = {
  readonly initial: StoredDraft;
  readonly storageKey: string;
  readonly save: (source: string, baseRevision: number) => Promise<SaveAnswer>;
};

export type DraftControls = DraftState & {
  readonly type: (source: string) => void;
  readonly resolve: (choice: 'mine' | 'other') => void;
};

export function useDraft(options: DraftOptions): DraftControls {
  const [keeper] = useState(() => new DraftKeeper(options));
  const state = useSyncExternalStore(keeper.subscribe, keeper.getState, keeper.getState);
  useEffect(() => {
    keeper.recover();
    return () => keeper.stop();
  }, [keeper]);
  return {
    ...state,
    type: (source) => keeper.type(source),
    resolve: (choice) => keeper.resolve(choice),
  };
}
