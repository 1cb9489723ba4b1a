'use client';

import { useEffect, useEffectEvent } from 'react';
import type { ProgramFile } from '@/app/_workers/program-file';
import type { SharedMoment } from './shared-moment';

type OnMoment = (moment: SharedMoment, files: readonly ProgramFile[] | null) => void;

/** What to say of it. */
export const DAMAGED_LINK = 'The link that led here is not whole. Ask for it again.';

/**
 * Tells of a moment that the address leads to, when the page is opened and when the address changes; or
 * that it can't be read.
 */
export function useSharedMoment(onMoment: OnMoment, onDamaged: () => void): void {
  const tell = useEffectEvent(onMoment);
  const complain = useEffectEvent(onDamaged);
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
      if (isGone) return;
      if (moment === null) complain();
      else tell(moment, files);
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
