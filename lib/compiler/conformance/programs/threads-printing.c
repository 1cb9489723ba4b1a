/* A call on a stream is whole: flockfile(3), C11 7.21.2p7. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define THREADS 4
#define LINES 50

static FILE *shared;

static void *prints(void *argument) {
  long number = (long)argument;
  for (int k = 0; k < LINES; k++) {
    if (k % 3 == 0) fprintf(shared, "%ld:%s:%d:%.2f:end\n", number, "a text", k, k / 4.0);
    else if (k % 3 == 1) {
      char text[40];
      sprintf(text, "%ld:a text:%d:put:end\n", number, k);
      fputs(text, shared);
    } else {
      flockfile(shared);
      fprintf(shared, "%ld:", number);
      fputs("a text", shared);
      for (const char *at = ":locked:"; *at; at++) putc_unlocked(*at, shared);
      fprintf(shared, "%d:end\n", k);
      funlockfile(shared);
    }
  }
  return NULL;
}

static void *tries(void *argument) {
  int busy = ftrylockfile(argument) != 0;
  if (!busy) funlockfile(argument);
  return (void *)(long)busy;
}

int main(void) {
  pthread_t threads[THREADS];
  shared = tmpfile();
  setvbuf(shared, NULL, _IOFBF, 37);
  for (long k = 0; k < THREADS; k++) pthread_create(&threads[k], NULL, prints, (void *)k);
  for (int k = 0; k < THREADS; k++) pthread_join(threads[k], NULL);
  rewind(shared);
  char line[100];
  int per_thread[THREADS] = {0}, broken = 0, lines = 0;
  while (fgets(line, sizeof line, shared)) {
    lines++;
    size_t n = strlen(line);
    if (line[0] < '0' || line[0] >= '0' + THREADS || strncmp(line + 1, ":a text:", 8) != 0 ||
        strcmp(line + n - 5, ":end\n") != 0)
      broken++;
    else per_thread[line[0] - '0']++;
  }
  printf("%d lines, %d broken:", lines, broken);
  for (int k = 0; k < THREADS; k++) printf(" %d", per_thread[k]);
  printf("\n");

  void *busy;
  flockfile(stdout);
  flockfile(stdout);
  printf("again %d\n", ftrylockfile(stdout));
  pthread_create(&threads[0], NULL, tries, stdout);
  pthread_join(threads[0], &busy);
  printf("busy %ld\n", (long)busy);
  funlockfile(stdout);
  funlockfile(stdout);
  funlockfile(stdout);
  pthread_create(&threads[0], NULL, tries, stdout);
  pthread_join(threads[0], &busy);
  printf("busy %ld\n", (long)busy);

  /* In the child nobody holds a stream. */
  flockfile(stdout);
  fflush(stdout);
  if (fork() == 0) {
    pthread_create(&threads[0], NULL, tries, stdout);
    pthread_join(threads[0], &busy);
    printf("child %ld\n", (long)busy);
    exit(0);
  }
  wait(NULL);
  funlockfile(stdout);
  printf("parent\n");
  fclose(shared);
  return 0;
}
