'use client';

import { useEffect, useEffectEvent } from 'react';
import type { ProgramFile } from '@/app/_workers/program-file';
import type { SharedMoment } from './shared-moment';

type OnMoment = (moment: SharedMoment, files: readonly ProgramFile[] | null) => void;

/** Tells of a moment that the address leads to, when the page is opened and when the address changes. */
export function useSharedMoment(onMoment: OnMoment): void {
  const tell = useEffectEvent(onMoment);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const text = location.hash.slice(1);
      if (!/(?:^|\.)m1\./.test(text)) return;
      // What reads them is loaded by those who come by such an address.
      const [{ unpackMoment }, { unpackFiles }] = await Promise.all([
        import('./shared-moment'),
        import('./shared-files'),
      ]);
      const [moment, files] = await Promise.all([unpackMoment(text), unpackFiles(text)]);
      if (!isGone && moment !== null) tell(moment, files);
    };
    void look();
    const onHash = () => void look();
    window.addEventListener('hashchange', onHash);
    return () => {
      isGone = true;
      window.removeEventListener('hashchange', onHash);
    };
  }, []);
}
