/** POSIX message queues, shared memory and semaphores. */
import {
  mqGetsetattr,
  mqNotify,
  mqOpen,
  mqTimedreceive,
  mqTimedsend,
  mqUnlink,
} from '../ipc/posix-messages';
import {
  semClose,
  semDestroy,
  semGetValue,
  semInit,
  semOpen,
  semPost,
  semTimedWait,
  semTryWait,
  semUnlink,
  semWait,
} from '../ipc/posix-semaphores';
import { shmOpen, shmUnlink } from '../ipc/posix-shared-memory';
import type { SystemCallRows } from './row';

export const posixIpcCalls = {
  mq_open: [4, mqOpen],
  mq_unlink: [1, mqUnlink],
  mq_timedsend: [5, mqTimedsend],
  mq_timedreceive: [5, mqTimedreceive],
  mq_notify: [2, mqNotify],
  mq_getsetattr: [3, mqGetsetattr],
  shm_open: [3, shmOpen],
  shm_unlink: [1, shmUnlink],
  sem_open: [4, semOpen],
  sem_close: [1, semClose],
  sem_unlink: [1, semUnlink],
  sem_init: [3, semInit],
  sem_destroy: [1, semDestroy],
  sem_wait: [1, semWait],
  sem_timedwait: [2, semTimedWait],
  sem_trywait: [1, semTryWait],
  sem_post: [1, semPost],
  sem_getvalue: [2, semGetValue],
} satisfies SystemCallRows;
