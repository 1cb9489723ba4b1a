/** What a system call will touch, told before it is made. What isn't known conflicts with everything. */
import type { SystemCallName } from '../../abi/system-calls';
import type { CallContext, Toucher } from './call-context';
import { fileFootprints } from './file-footprints';
import { ipcFootprints } from './ipc-footprints';
import { processFootprints } from './process-footprints';

const touchers: Partial<Record<SystemCallName, Toucher>> = {
  ...fileFootprints,
  ...ipcFootprints,
  ...processFootprints,
};

export function touchCall(call: CallContext, name: SystemCallName | undefined): void {
  const toucher = name === undefined ? undefined : touchers[name];
  if (toucher === undefined) call.writes('everything');
  else toucher(call);
}
