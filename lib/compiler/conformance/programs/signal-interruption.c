/* Which calls a handler interrupts with EINTR, and which SA_RESTART makes again. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile int rings;

static void ring(int signal) {
  (void)signal;
  rings++;
}

static void install(int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = ring;
  action.sa_flags = flags;
  sigaction(SIGALRM, &action, NULL);
  rings = 0;
}

static void soon(void) {
  struct itimerval wanted = {{0, 0}, {0, 50000}};
  setitimer(ITIMER_REAL, &wanted, NULL);
}

static void show(const char *call, long result) {
  int error = errno;
  printf("%s: %ld %s, rings %d\n", call, result, result < 0 ? strerror(error) : "-", rings);
}

/* A child that writes a byte and ends after 200 ms. */
static pid_t helper(int fd) {
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    struct timespec wanted = {0, 200000000};
    nanosleep(&wanted, NULL);
    if (write(fd, "x", 1) != 1) _exit(1);
    _exit(5);
  }
  return child;
}

int main(void) {
  for (int k = 0; k < 2; k++) {
    int flags = k == 0 ? 0 : SA_RESTART;
    printf("%s\n", flags ? "SA_RESTART" : "plain");
    int ends[2];
    char byte;
    if (pipe(ends) < 0) return 1;
    install(flags);
    pid_t child = helper(ends[1]);
    soon();
    show("read", read(ends[0], &byte, 1));
    if (!flags) show("read", read(ends[0], &byte, 1));
    waitpid(child, NULL, 0);
    install(flags);
    child = helper(ends[1]);
    soon();
    show("waitpid", waitpid(child, NULL, 0) == child ? 0 : -1);
    if (!flags) show("waitpid", waitpid(child, NULL, 0) == child ? 0 : -1);
    install(flags);
    soon();
    show("pause", pause());
    install(flags);
    soon();
    struct timespec wanted = {5, 0}, left = {0, 0};
    long result = nanosleep(&wanted, &left);
    show("nanosleep", result);
    printf("left: %d\n", left.tv_sec == 4 && left.tv_nsec > 500000000);
    install(flags);
    soon();
    sigset_t none;
    sigemptyset(&none);
    show("sigsuspend", sigsuspend(&none));
    install(flags);
    soon();
    show("usleep", usleep(900000));
    install(flags);
    alarm(1);
    unsigned unslept = sleep(10);
    show("sleep", unslept >= 8 && unslept <= 9);
    int result2 = clock_nanosleep(CLOCK_MONOTONIC, 0, &(struct timespec){-1, 0}, NULL);
    printf("clock_nanosleep: %s\n", strerror(result2));
    close(ends[0]);
    close(ends[1]);
  }
  return 0;
}
