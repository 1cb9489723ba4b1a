/** What blocking socket calls ask for: kept with the thread that waits. Plain data. */
import type { UserBuffer } from '../memory/user-buffers';
import type { SocketAddress } from './address';

/** What a receiving call asks for. */
export interface ReceiveRequest {
  readonly into: readonly UserBuffer[];
  readonly flags: number;
  /** recvfrom's address and the place of its size; 0 for none. */
  readonly address: number;
  readonly lengthAt: number;
  /** recvmsg's struct msghdr; 0 for the other calls. */
  readonly header: number;
}

export interface SendRequest {
  readonly bytes: Uint8Array;
  readonly flags: number;
  /** The socket that a datagram goes to; null: nobody's, or the connected peer. */
  readonly target: number | null;
  /** Of a datagram: what its receiver is told. */
  readonly from: SocketAddress | null;
  readonly descriptions: readonly number[];
}

export interface AcceptRequest {
  /** SOCK_CLOEXEC, SOCK_NONBLOCK. */
  readonly flags: number;
  /** Where the peer's address goes, and its size; 0 for nowhere. */
  readonly address: number;
  readonly lengthAt: number;
}
