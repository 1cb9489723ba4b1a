/*
 * Runs a program many times on the machine that it stands on, and says how the runs ended:
 *
 *   native-runs RUNS LIMIT_MS PROGRAM
 *
 * One line for each way to end that was seen: how often, "exit N", "signal N" or "stuck", "assert" or "-", how
 * many processes were left unwaited-for ("left N"), how many System V objects ("ipc N"), and the output in
 * hexadecimal. IPC objects live in a namespace of their own where the system allows it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TEXT_MAX 2000
#define WAYS_MAX 200

static struct {
  char text[TEXT_MAX * 2 + 100];
  int count;
} ways[WAYS_MAX];
static int ways_count;

static long now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int ipc_objects(void) {
  static const char *const lists[] = {"/proc/sysvipc/shm", "/proc/sysvipc/msg", "/proc/sysvipc/sem"};
  int count = -3;
  for (int i = 0; i < 3; i++) {
    FILE *list = fopen(lists[i], "r");
    if (list == NULL) continue;
    for (int c; (c = fgetc(list)) != EOF;) count += c == '\n';
    fclose(list);
  }
  return count;
}

static void remember(const char *text) {
  int at = 0;
  while (at < ways_count && strcmp(ways[at].text, text) != 0) at++;
  if (at == WAYS_MAX) return;
  if (at == ways_count) strcpy(ways[ways_count++].text, text);
  ways[at].count++;
}

/* Reads both pipes until the program has ended or its time is up; whatever is in them then is enough. */
static size_t take(int fd, char *buffer, size_t have) {
  ssize_t got = have < TEXT_MAX ? read(fd, buffer + have, TEXT_MAX - have) : 0;
  return got > 0 ? have + got : have;
}

/* What is left of the program may have gone to groups of its own. */
static void end_orphans(void) {
  char path[64];
  int orphan;
  snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
  FILE *children = fopen(path, "r");
  if (children == NULL) return;
  while (fscanf(children, "%d", &orphan) == 1) kill(orphan, SIGKILL);
  fclose(children);
}

static void run(const char *program, long limit_ms) {
  int out[2], err[2];
  char output[TEXT_MAX + 1], errors[TEXT_MAX + 1];
  size_t output_length = 0, errors_length = 0;
  int ipc_before = ipc_objects();
  pipe2(out, O_NONBLOCK);
  pipe2(err, O_NONBLOCK);
  pid_t first = fork();
  if (first == 0) {
    setsid();
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    fcntl(out[1], F_SETFL, 0);
    fcntl(err[1], F_SETFL, 0);
    dup2(out[1], 1);
    dup2(err[1], 2);
    close(out[0]), close(out[1]), close(err[0]), close(err[1]);
    execl(program, program, (char *)NULL);
    _exit(127);
  }
  close(out[1]);
  close(err[1]);
  long end = now_ms() + limit_ms;
  int status = 0, ended = 0;
  while (!(ended = waitpid(first, &status, WNOHANG) == first) && now_ms() < end) {
    struct pollfd both[2] = {{out[0], POLLIN, 0}, {err[0], POLLIN, 0}};
    poll(both, 2, 1);
    if (both[0].revents & POLLIN) output_length = take(out[0], output, output_length);
    if (both[1].revents & POLLIN) errors_length = take(err[0], errors, errors_length);
  }
  int left = 0;
  if (ended) {
    /* Its orphans are ours now; those that still run get a moment to end. */
    for (long moment = now_ms() + limit_ms; now_ms() < moment;) {
      pid_t orphan = waitpid(-1, NULL, WNOHANG);
      if (orphan < 0) break;
      if (orphan > 0) left++;
      else usleep(200);
    }
  }
  kill(-first, SIGKILL);
  do end_orphans();
  while (waitpid(-1, NULL, 0) > 0);
  for (size_t before = (size_t)-1; before != output_length;)
    before = output_length, output_length = take(out[0], output, output_length);
  for (size_t before = (size_t)-1; before != errors_length;)
    before = errors_length, errors_length = take(err[0], errors, errors_length);
  output[output_length] = errors[errors_length] = '\0';
  close(out[0]);
  close(err[0]);

  char text[TEXT_MAX * 2 + 100];
  int length = ended ? WIFEXITED(status) ? sprintf(text, "exit %d", WEXITSTATUS(status))
                                         : sprintf(text, "signal %d", WTERMSIG(status))
                     : sprintf(text, "stuck");
  length += sprintf(text + length, " %s left %d ipc %d ", strstr(errors, "Assertion") ? "assert" : "-",
                    ended ? left : 0, ipc_objects() - ipc_before);
  for (size_t i = 0; i < output_length; i++)
    length += sprintf(text + length, "%02x", (unsigned char)output[i]);
  remember(text);
}

int main(int argc, char *argv[]) {
  if (argc != 4) {
    fprintf(stderr, "native-runs RUNS LIMIT_MS PROGRAM\n");
    return 2;
  }
  unshare(CLONE_NEWIPC);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  for (int i = atoi(argv[1]); i > 0; i--) run(argv[3], atol(argv[2]));
  for (int i = 0; i < ways_count; i++) printf("%d %s\n", ways[i].count, ways[i].text);
  return 0;
}
