/** One short text for everything that code words mean: equal for equal machines. */
import { INTRINSICS } from '../abi/intrinsics';
import { OPCODES } from '../abi/opcodes';
import { SystemCall } from '../abi/system-calls';

export function machineFingerprint(): string {
  const meaning = JSON.stringify([OPCODES, INTRINSICS, SystemCall]);
  // FNV-1a: no secret and no adversary here.
  let hash = 0x811c9dc5;
  for (let at = 0; at < meaning.length; at += 1) {
    hash = Math.imul(hash ^ meaning.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}
