/** The first bytes of what a pipe, a message or a file holds, a character for each. */

export interface BytesView {
  readonly byteCount: number;
  readonly head: string;
}

const HEAD_BYTES = 64;

export const NO_BYTES: BytesView = { byteCount: 0, head: '' };

export function bytesView(bytes: Uint8Array, byteCount = bytes.length): BytesView {
  return { byteCount, head: latin1(bytes.subarray(0, Math.min(HEAD_BYTES, byteCount))) };
}

/** Of several pieces one behind the other. */
export function piecesView(pieces: readonly Uint8Array[]): BytesView {
  let head = '';
  let byteCount = 0;
  for (const piece of pieces) {
    if (head.length < HEAD_BYTES) head += latin1(piece.subarray(0, HEAD_BYTES - head.length));
    byteCount += piece.length;
  }
  return { byteCount, head };
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
