/** uname(2): six fields of 65 bytes. */
import { Errno } from '../abi/errno';
import { encodeUtf8 } from '../abi/utf8';
import { argument } from '../vm/context';
import type { SystemCallHandler } from './kernel';

const FIELD_BYTES = 65;
const FIELDS = ['Linux', 'forkyard', '6.1.0-forkyard', '#1 SMP Forkyard', 'x86_64', '(none)'];

export const uname: SystemCallHandler = (_kernel, _process, context) => {
  const bytes = new Uint8Array(FIELD_BYTES * FIELDS.length);
  FIELDS.forEach((field, k) => {
    bytes.set(encodeUtf8(field), k * FIELD_BYTES);
  });
  return context.memory.writeBytes(argument(context, 0), bytes) ? 0 : -Errno.EFAULT;
};
