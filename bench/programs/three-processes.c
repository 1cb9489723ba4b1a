#include <unistd.h>

int main(void) {
  volatile unsigned turns = 0;
  if (fork() != 0) fork();
  for (;;) turns++;
}
