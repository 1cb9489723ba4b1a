/** Short ones, each with another way through the states. */
export const PROGRAMS = [
  {
    name: 'one that sleeps',
    source: `#include <unistd.h>
int main(void) {
  usleep(100);
  return 0;
}
`,
  },
  {
    name: 'parent and child',
    source: `#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  if (fork() == 0) {
    usleep(100);
    return 3;
  }
  wait(NULL);
  return 0;
}
`,
  },
  {
    name: 'two that compute',
    source: `#include <sys/wait.h>
#include <unistd.h>
static void compute(void) {
  for (volatile int i = 0; i < 400; i++)
    ;
}
int main(void) {
  if (fork() == 0) {
    compute();
    return 0;
  }
  compute();
  wait(NULL);
  return 0;
}
`,
  },
  {
    name: 'a zombie and an orphan',
    source: `#include <unistd.h>
int main(void) {
  if (fork() == 0) return 1;
  if (fork() == 0) {
    usleep(300);
    return 2;
  }
  usleep(100);
  return 0;
}
`,
  },
] as const;
