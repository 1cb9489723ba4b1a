/** Checks of whole ranges of memory, as the kernel makes them for buffers of system calls. */
import type { ExecutionContext } from './context';
import type { FindingFact } from './trap';

/**
 * What is wrong with a system call's access to a buffer inside mapped memory: past the end of its
 * object, freed, dangling. Null: nothing, or nothing mapped there (then the call gives EFAULT).
 */
export function checkBuffer(
  _context: ExecutionContext,
  _address: number,
  _bytes: number,
  _access: 'read' | 'write',
): FindingFact | null {
  return null;
}
