/** sched_yield: the caller goes to the end of the ready queue. */
import { finishCall, setState, type SystemCallHandler } from './kernel';

export const schedYield: SystemCallHandler = (kernel, process) => {
  finishCall(kernel, process, 0);
  setState(kernel, process, 'ready');
  return 'no-return';
};
