#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  for (int i = 3; i >= 1; i--) if (fork() == 0) { usleep((useconds_t)i * 30000); char c = (char)('0' + i); write(1, &c, 1); _exit(0); }
  while (wait(NULL) > 0);
  write(1, "\n", 1);
  return 0;
}
