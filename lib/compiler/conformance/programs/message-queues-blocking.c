/* Receivers and senders that wait: hand-over, a full queue, removal, signals. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/wait.h>
#include <unistd.h>

struct message {
  long type;
  int number;
};

static void nothing(int signal) {
}

static pid_t child(void (*what)(int), int queue) {
  fflush(stdout);
  pid_t pid = fork();
  if (pid == 0) {
    what(queue);
    fflush(stdout);
    _exit(0);
  }
  return pid;
}

static void worker(int queue) {
  struct message m;
  int sum = 0;
  for (;;) {
    if (msgrcv(queue, &m, sizeof m.number, 1, 0) < 0) break;
    if (m.number < 0) break;
    sum += m.number;
  }
  m.type = 2;
  m.number = sum;
  msgsnd(queue, &m, sizeof m.number, 0);
}

static void wait_for_ever(int queue) {
  struct message m;
  ssize_t n = msgrcv(queue, &m, sizeof m.number, 9, 0);
  printf("receiver: %zd %s\n", n, strerror(errno));
}

static void fill(int queue) {
  static struct {
    long type;
    char bytes[4096];
  } big = {3};
  for (int k = 0; k < 6; k++)
    if (msgsnd(queue, &big, sizeof big.bytes, 0) < 0) {
      printf("sender: %s\n", strerror(errno));
      return;
    }
  printf("sender: six are through\n");
}

static void interrupted(int queue) {
  struct sigaction action = {0};
  struct message m;
  action.sa_handler = nothing;
  action.sa_flags = SA_RESTART;
  sigaction(SIGALRM, &action, NULL);
  alarm(1);
  ssize_t n = msgrcv(queue, &m, sizeof m.number, 9, 0);
  printf("never restarted: %zd %s\n", n, strerror(errno));
}

int main(void) {
  int queue = msgget(IPC_PRIVATE, 0600);
  child(worker, queue);
  struct message m = {1, 0};
  for (m.number = 1; m.number <= 100; m.number++) msgsnd(queue, &m, sizeof m.number, 0);
  m.number = -1;
  msgsnd(queue, &m, sizeof m.number, 0);
  msgrcv(queue, &m, sizeof m.number, 2, 0);
  printf("sum %d\n", m.number);
  wait(NULL);
  child(fill, queue);
  static struct {
    long type;
    char bytes[4096];
  } got;
  for (int k = 0; k < 6; k++) {
    usleep(2000);
    msgrcv(queue, &got, sizeof got.bytes, 3, 0);
  }
  wait(NULL);
  child(interrupted, queue);
  wait(NULL);
  child(wait_for_ever, queue);
  usleep(50000);
  msgctl(queue, IPC_RMID, NULL);
  wait(NULL);
  queue = msgget(IPC_PRIVATE, 0600);
  child(fill, queue);
  usleep(50000);
  msgctl(queue, IPC_RMID, NULL);
  wait(NULL);
  return 0;
}
