'use client';

import type { ViewProps } from '../view-props';
import { ofEvents } from '../of-events';
import { callLog } from '@/lib/trace/call-log/call-log';
import { CallLog } from './call-log';

const logOf = ofEvents(callLog);

/** Every system call of a recorded run. */
export function CallsView({ run, names, position, onGo, onLine }: ViewProps) {
  return (
    <CallLog
      log={logOf(run.events)}
      names={names}
      position={position}
      onGo={onGo}
      onLine={onLine}
    />
  );
}
