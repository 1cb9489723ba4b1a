'use client';

import { messagesOf } from '@/lib/trace/messages/messages';
import { ofEvents } from '../of-events';
import type { ViewProps } from '../view-props';
import { MessageLanes } from './message-lanes';

const messages = ofEvents(messagesOf);

/** What the processes of a recorded run tell each other. */
export function MessagesView({ run, names, position, onGo, onLine }: ViewProps) {
  return (
    <MessageLanes
      messages={messages(run.events)}
      names={names}
      position={position}
      onGo={onGo}
      onLine={onLine}
    />
  );
}
