/** System V shared memory, semaphores and message queues. */
import { msgctl, msgget, msgrcv, msgsnd } from '../ipc/system-v-messages';
import { semctl, semget, semop, semtimedop } from '../ipc/system-v-semaphores';
import { shmat, shmctl, shmdt, shmget } from '../ipc/system-v-shared-memory';
import type { SystemCallRows } from './row';

export const systemVCalls = {
  shmget: [3, shmget],
  shmat: [3, shmat],
  shmdt: [1, shmdt],
  shmctl: [3, shmctl],
  semget: [3, semget],
  semop: [3, semop],
  semctl: [4, semctl],
  semtimedop: [4, semtimedop],
  msgget: [2, msgget],
  msgsnd: [4, msgsnd],
  msgrcv: [5, msgrcv],
  msgctl: [3, msgctl],
} satisfies SystemCallRows;
