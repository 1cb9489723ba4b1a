#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NAME "/jobs"
#define TEXT_BYTES 32
#define JOBS_MAX 10

/* Each argument is a job: its priority, one digit, and its text. The last message is empty and least urgent. */
static void send_jobs(int n, char *jobs[]) {
  mqd_t queue = mq_open(NAME, O_WRONLY);
  if (queue == (mqd_t)-1) {
    perror("mq_open");
    exit(1);
  }
  for (int i = 0; i < n; i++) {
    unsigned int priority = jobs[i][0] - '0';
    const char *text = &jobs[i][1];
    mq_send(queue, text, strlen(text) + 1, priority);
  }
  mq_close(queue);
  exit(0);
}

int main(int argc, char *argv[]) {
  struct mq_attr attributes = {.mq_maxmsg = JOBS_MAX, .mq_msgsize = TEXT_BYTES};
  mqd_t queue = mq_open(NAME, O_CREAT | O_EXCL | O_RDONLY, 0600, &attributes);
  if (queue == (mqd_t)-1) {
    perror("mq_open");
    return 1;
  }
  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) send_jobs(argc - 1, &argv[1]);

  for (int i = 1; i < argc; i++) {
    char text[TEXT_BYTES];
    unsigned int priority;
    if (mq_receive(queue, text, sizeof text, &priority) < 0) {
      perror("mq_receive");
      break;
    }
    printf("%u %s\n", priority, text);
  }
  waitpid(pid, NULL, 0);
  mq_close(queue);
  mq_unlink(NAME);
  return 0;
}
