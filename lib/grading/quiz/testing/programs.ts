/** What several tests ask about. */

export const FORKS = `#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  for (int i = 0; i < {{n}}; i++) fork();
  while (wait(NULL) > 0);
  return 0;
}`;

export const WORKLOAD = {
  processes: [
    { name: 'P1', burst: 4 },
    { name: 'P2', arrival: 1, burst: 2 },
    { name: 'P3', arrival: 2, burst: 3 },
  ],
  policy: { scheduler: 'fcfs' },
};

export const RACE = `#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  if (fork() == 0) { write(1, "a\\n", 2); return 0; }
  write(1, "b\\n", 2);
  wait(NULL);
  return 0;
}`;
