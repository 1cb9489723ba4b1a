/* /proc/self/stat and status: processor time of the process and its children, nice value, threads, signals. */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct stat_fields {
  long user, system, children_user, children_system, priority, nice, threads;
};

static void read_stat(struct stat_fields *to) {
  char text[1024];
  FILE *file = fopen("/proc/self/stat", "r");
  size_t n = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  text[n] = '\0';
  sscanf(strrchr(text, ')') + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld %ld %ld %ld %ld %ld", &to->user,
         &to->system, &to->children_user, &to->children_system, &to->priority, &to->nice, &to->threads);
}

static void show_status(const char *name) {
  char line[256];
  FILE *file = fopen("/proc/self/status", "r");
  while (fgets(line, sizeof line, file))
    if (strncmp(line, name, strlen(name)) == 0) fputs(line, stdout);
  fclose(file);
}

/* User time only, and some more than a few ticks. */
static void use_processor(long ticks) {
  struct tms used;
  volatile unsigned work = 0;
  do {
    for (int i = 0; i < 100000; i++) work += (unsigned)i;
    times(&used);
  } while (used.tms_utime < ticks);
}

static void *sleep_long(void *gate) {
  pthread_mutex_lock(gate);
  pthread_mutex_unlock(gate);
  return NULL;
}

int main(void) {
  struct stat_fields fields;
  struct tms used;
  setpriority(PRIO_PROCESS, 0, 0);
  read_stat(&fields);
  printf("priority %ld nice %ld threads %ld\n", fields.priority, fields.nice, fields.threads);
  setpriority(PRIO_PROCESS, 0, 7);
  read_stat(&fields);
  printf("priority %ld nice %ld\n", fields.priority, fields.nice);

  use_processor(5);
  read_stat(&fields);
  times(&used);
  printf("user time there %d, as times says %d\n", fields.user >= 5, labs(used.tms_utime - fields.user) <= 1);
  printf("children %ld %ld\n", fields.children_user, fields.children_system);
  if (fork() == 0) {
    use_processor(4);
    _exit(0);
  }
  wait(NULL);
  read_stat(&fields);
  times(&used);
  printf("children's time there %d, as times says %d\n", fields.children_user >= 4,
         used.tms_cutime == fields.children_user);

  pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
  pthread_t threads[3];
  pthread_mutex_lock(&gate);
  for (int i = 0; i < 3; i++) pthread_create(&threads[i], NULL, sleep_long, &gate);
  read_stat(&fields);
  printf("threads %ld\n", fields.threads);
  show_status("Threads");
  pthread_mutex_unlock(&gate);
  for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);

  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGUSR2);
  sigprocmask(SIG_BLOCK, &set, NULL);
  kill(getpid(), SIGUSR1);
  raise(SIGUSR2);
  show_status("SigPnd");
  show_status("ShdPnd");
  show_status("SigBlk");
  return 0;
}
