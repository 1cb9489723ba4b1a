import { messageText } from '@/lib/trace/call-log/bytes-text';
import type { Endpoint, MessageKind } from '@/lib/trace/messages/endpoint';

export const KIND_NAMES: Readonly<Record<MessageKind, string>> = {
  pipe: 'pipe',
  queue: 'message queue',
  connection: 'connection',
  socket: 'socket',
  signal: 'signal',
  semaphore: 'semaphore',
  exit: 'exit status',
};

/** "writes “abc” to pipe 1" */
export function endpointText(endpoint: Endpoint): string {
  const { kind, direction, channel, content, byteCount, role } = endpoint;
  const sends = direction === 'sent';
  const what = messageText(content, byteCount);
  switch (kind) {
    case 'pipe':
      return sends ? `writes ${what} to ${channel}` : `reads ${what} from ${channel}`;
    case 'queue':
      return sends ? `sends ${what} to ${channel}` : `takes ${what} from ${channel}`;
    case 'connection':
      return sends ? `connects to ${channel}` : `accepts a connection to ${channel}`;
    case 'socket':
      if (role === 'call') return sends ? `calls: ${what}` : `is called: ${what}`;
      if (role === 'reply') return sends ? `replies ${what}` : `gets the reply ${what}`;
      return sends ? `sends ${what} to ${channel}` : `receives ${what}`;
    case 'signal':
      return sends ? `sends ${content}` : `gets ${content}`;
    case 'semaphore':
      return sends ? `lets one go on at ${channel}` : `goes on at ${channel}`;
    case 'exit':
      return sends ? `ends, ${content}` : `waited: ${content}`;
  }
}

/** What has not been received, where something has not. */
export function pendingText({ kind, pending, byteCount }: Endpoint): string {
  if (pending === 0) return '';
  switch (kind) {
    case 'pipe':
      return pending === byteCount ? 'never read' : `${pending} bytes never read`;
    case 'signal':
      return 'never delivered';
    case 'exit':
      return 'nobody has waited for it';
    case 'connection':
      return 'never accepted';
    default:
      return 'never received';
  }
}
