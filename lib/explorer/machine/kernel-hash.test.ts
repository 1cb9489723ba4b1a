import { describe, expect, it } from 'vitest';
import { exploreC, outputsOf } from '../testing/c-program';

/** Two processes have made a pipe each, and the first one to do it has 0 in it; nothing else tells them apart. */
const TWO_PIPES = `
struct { sem_t mutex, turn, filled[2]; } *both;
static int filled_as(int me) {
  int ends[2];
  sem_wait(&both->mutex);
  pipe(ends);
  write(ends[1], &both->turn, 1);
  sem_post(&both->turn);
  sem_post(&both->mutex);
  sem_post(&both->filled[me]);
  sem_wait(&both->filled[!me]);
  char first;
  read(ends[0], &first, 1);
  return first;
}
int main(void) {
  both = mmap(NULL, sizeof *both, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&both->mutex, 1, 1);
  sem_init(&both->turn, 1, 0);
  sem_init(&both->filled[0], 1, 0);
  sem_init(&both->filled[1], 1, 0);
  if (fork() == 0) _exit(filled_as(1));
  int mine = filled_as(0);
  wait(NULL);
  printf("%d", mine);
}`;

describe('states of the kernel', () => {
  it('differ by which of two pipes a descriptor refers to', () => {
    const result = exploreC(TWO_PIPES);
    expect(result.complete).toBe(true);
    expect(outputsOf(result)).toEqual(['0', '1']);
  });

  it('differ by whom a semaphore was changed by, where the program asks', () => {
    const result = exploreC(`
      int main(void) {
        int set = semget(IPC_PRIVATE, 1, 0600);
        struct sembuf up = {0, 1, 0};
        int child = fork();
        semop(set, &up, 1);
        if (child == 0) return 0;
        wait(NULL);
        printf("%s", semctl(set, 0, GETPID) == child ? "child" : "parent");
        semctl(set, 0, IPC_RMID);
      }`);
    expect(outputsOf(result)).toEqual(['child', 'parent']);
  });
});
