/** Files of /proc: their text is made when they are read from the beginning. */
import { encodeUtf8 } from '../../abi/utf8';
import type { Kernel } from '../kernel';
import type { ProcNode } from './proc-node';
import { processText } from './proc-process';
import { systemText } from './proc-system';
import { sysvipcText } from './proc-sysvipc';

/** null: what it tells of is gone. */
export function generatedText(kernel: Kernel, node: ProcNode): Uint8Array | null {
  const text = textOf(kernel, node);
  return text === null ? null : encodeUtf8(text);
}

function textOf(kernel: Kernel, node: ProcNode): string | null {
  switch (node.kind) {
    case 'file':
      return systemText(kernel, node.name);
    case 'sysvipc-file':
      return sysvipcText(kernel, node.name);
    case 'process-file':
      return processText(kernel, node.pid, node.name);
    case 'root':
    case 'self':
    case 'sysvipc':
    case 'process':
    case 'process-link':
    case 'descriptors':
    case 'descriptor':
      return null;
  }
}
