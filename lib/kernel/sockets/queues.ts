/** Who waits at which socket. */
import type { Pid } from '../pid';
import type { Wait } from '../threads/thread';
import { addressText } from './address';
import type { Network } from './network';

type SocketWait = Wait & {
  readonly kind: 'socket-receive' | 'socket-send' | 'socket-accept' | 'socket-connect';
};

/** Its call was interrupted, or its time is over, or it ended. */
export function leaveSocketQueues(network: Network, thread: Pid, wait: SocketWait): void {
  const id = wait.kind === 'socket-connect' ? wait.listener : wait.socket;
  const socket = network.sockets.get(id);
  if (socket === undefined) return;
  const without = (queue: readonly Pid[]): Pid[] => queue.filter((other) => other !== thread);
  socket.receivers = without(socket.receivers);
  socket.senders = without(socket.senders);
  socket.acceptors = without(socket.acceptors);
  socket.connectors = without(socket.connectors);
}

/** For people: whom a socket is connected to, or else where it is bound. */
export function socketName(network: Network, id: number): string {
  const socket = network.sockets.get(id);
  const address = socket?.remote ?? socket?.local ?? null;
  return address === null ? 'a socket without a name' : addressText(address);
}
