/* Streams' locks: what threads print doesn't mix, flockfile nests, a lock outlives neither fork nor its
   waiters. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static FILE *file;
static int stage[2], reply[2];

static void *prints(void *argument) {
  long number = (long)argument;
  for (int k = 0; k < 100; k++) {
    flockfile(file);
    fprintf(file, "%ld", number);
    for (int c = 0; c < 20; c++) putc('a' + (int)number, file);
    flockfile(file);
    putc('\n', file);
    funlockfile(file);
    funlockfile(file);
    fprintf(file, "%ld whole line of a call\n", number);
  }
  return NULL;
}

static void *holds(void *argument) {
  char c;
  flockfile(file);
  write(stage[1], "h", 1);
  read(reply[0], &c, 1);
  funlockfile(file);
  return argument;
}

static void *tries(void *argument) {
  printf("other's try %d\n", ftrylockfile(file) != 0);
  return argument;
}

static void *waits(void *argument) {
  write(stage[1], "w", 1);
  fprintf(file, "from the one that waited %ld\n", (long)argument);
  return argument;
}

int main(void) {
  pthread_t threads[4];
  char line[100], c;
  file = tmpfile();
  for (long k = 0; k < 4; k++) pthread_create(&threads[k], NULL, prints, (void *)k);
  for (int k = 0; k < 4; k++) pthread_join(threads[k], NULL);
  rewind(file);
  int whole = 0, own = 0, bad = 0;
  while (fgets(line, sizeof line, file)) {
    int number = line[0] - '0';
    char wanted[30] = {0};
    memset(wanted, 'a' + number, 20);
    strcat(wanted, "\n");
    if (strcmp(line + 1, wanted) == 0)
      own++;
    else if (strcmp(line + 1, " whole line of a call\n") == 0)
      whole++;
    else
      bad++;
  }
  printf("%d %d %d\n", own, whole, bad);

  pipe(stage);
  pipe(reply);
  rewind(file);
  ftruncate(fileno(file), 0);
  pthread_create(&threads[0], NULL, holds, NULL);
  read(stage[0], &c, 1);
  pthread_create(&threads[1], NULL, tries, NULL);
  pthread_join(threads[1], NULL);
  fflush(stdout);
  if (fork() == 0) {
    printf("in the child %d\n", ftrylockfile(file));
    exit(0);
  }
  wait(NULL);
  for (long k = 1; k < 4; k++) pthread_create(&threads[k], NULL, waits, (void *)k);
  for (int k = 1; k < 4; k++) read(stage[0], &c, 1);
  write(reply[1], "x", 1);
  for (int k = 0; k < 4; k++) pthread_join(threads[k], NULL);
  rewind(file);
  int lines = 0;
  while (fgets(line, sizeof line, file)) lines += strncmp(line, "from the one", 12) == 0;
  printf("%d\n", lines);
  printf("%d\n", ftrylockfile(file));
  printf("%d\n", ftrylockfile(file));
  funlockfile(file);
  funlockfile(file);
  return 0;
}
