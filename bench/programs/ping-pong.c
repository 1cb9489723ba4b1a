#include <sys/wait.h>
#include <unistd.h>

/* A byte goes to the child and comes back, ROUNDS times: two context switches each. */
int main(void) {
  int there[2], back[2];
  char byte = 0;
  if (pipe(there) < 0 || pipe(back) < 0) return 1;
  if (fork() == 0) {
    for (int i = 0; i < ROUNDS; i++) {
      if (read(there[0], &byte, 1) != 1 || write(back[1], &byte, 1) != 1) return 1;
    }
    return 0;
  }
  for (int i = 0; i < ROUNDS; i++) {
    if (write(there[1], &byte, 1) != 1 || read(back[0], &byte, 1) != 1) return 1;
  }
  wait(NULL);
  return 0;
}
