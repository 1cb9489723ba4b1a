/** Shared memory and semaphores outlive processes: a program removes what it created. */
import type { Check } from '../exercise';
import { failed, type JudgeRun, passed } from './check';

export const judgeNoLeftovers: JudgeRun<Extract<Check, { kind: 'no-leftovers' }>> = (
  _check,
  { report },
) => {
  const { leftovers } = report;
  if (leftovers.length === 0) return passed;
  const names = leftovers.map(({ kind, name }) => `${kind.replace('-', ' ')} ${name}`);
  return failed(
    `${leftovers.length === 1 ? 'An object still exists' : `${leftovers.length} objects still exist`} after the last process ended.`,
    {
      detail: `${names.join(', ')}: remove with shmctl(…, IPC_RMID, …), semctl(…, IPC_RMID), shm_unlink or sem_unlink.`,
    },
  );
};
