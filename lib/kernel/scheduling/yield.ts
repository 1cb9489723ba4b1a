/** sched_yield: the caller goes to the end of the ready queue. */
import { currentThread, finishCall, setState, type SystemCallHandler } from '../kernel';

export const schedYield: SystemCallHandler = (kernel) => {
  const thread = currentThread(kernel);
  finishCall(kernel, thread, 0);
  setState(kernel, thread, 'ready');
  return 'no-return';
};
