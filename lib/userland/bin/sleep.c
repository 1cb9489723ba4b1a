/* sleep(1), whole seconds of virtual time */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
  if (argc < 2) {
    fprintf(stderr, "sleep: missing operand\n");
    return 1;
  }
  for (int i = 1; i < argc; i++) {
    char *end;
    long seconds = strtol(argv[i], &end, 10);
    if (*end != '\0' || seconds < 0) {
      fprintf(stderr, "sleep: invalid time interval '%s'\n", argv[i]);
      return 1;
    }
    sleep((unsigned int)seconds);
  }
  return 0;
}
