/** What the trace tells of sockets: bytes put and taken, connections made and accepted. */
import { note, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import { headOf } from '../pointed-arguments';
import { addressText } from './address';
import type { Socket } from './socket';

const NO_BYTES = new Uint8Array();

/** `to`: the receiver's socket, or the server's new one. */
export function noteSocket(
  kernel: Kernel,
  process: Pid,
  direction: 'sent' | 'received' | 'connected' | 'accepted',
  from: number | null,
  to: Socket,
  bytes: Uint8Array = NO_BYTES,
): void {
  if (!kernel.traceFull) return;
  note(kernel, process, {
    kind: 'socket',
    direction,
    from,
    to: to.id,
    address: to.local === null ? '' : addressText(to.local),
    type: to.type,
    byteCount: bytes.length,
    head: headOf(bytes),
  });
}
