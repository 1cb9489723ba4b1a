/* System V message queues: which message a receiver gets, sizes, flags, what msgctl tells. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <unistd.h>

struct message {
  long type;
  char text[64];
};

static void send(int queue, long type, const char *text) {
  struct message m = {type};
  strcpy(m.text, text);
  if (msgsnd(queue, &m, strlen(text), 0) < 0) printf("send: %s\n", strerror(errno));
}

static void take(int queue, long type, int flags) {
  struct message m;
  memset(&m, 0, sizeof m);
  ssize_t n = msgrcv(queue, &m, sizeof m.text, type, flags | IPC_NOWAIT);
  if (n < 0) printf("wanted %ld: %s\n", type, strerror(errno));
  else printf("wanted %ld: type %ld, %zd bytes, %s\n", type, m.type, n, m.text);
}

int main(void) {
  int queue = msgget(IPC_PRIVATE, 0640);
  struct message m = {0};
  struct msqid_ds about;
  send(queue, 3, "three");
  send(queue, 1, "one");
  send(queue, 2, "two");
  send(queue, 3, "three again");
  send(queue, 5, "");
  msgctl(queue, IPC_STAT, &about);
  printf("%lu messages, %lu bytes of %lu, sender me %d, mode %o, received %d\n",
         (unsigned long)about.msg_qnum, (unsigned long)about.__msg_cbytes,
         (unsigned long)about.msg_qbytes, about.msg_lspid == getpid(), about.msg_perm.mode,
         about.msg_rtime != 0);
  take(queue, 2, 0);
  take(queue, 0, 0);
  take(queue, -4, 0);
  take(queue, 4, 0);
  take(queue, 3, MSG_EXCEPT);
  take(queue, 3, MSG_EXCEPT);
  take(queue, -9, 0);
  take(queue, 0, 0);
  send(queue, 7, "a longer message");
  printf("too long: %zd %s\n", msgrcv(queue, &m, 4, 0, IPC_NOWAIT), strerror(errno));
  printf("cut off: %zd %.4s\n", msgrcv(queue, &m, 4, 0, IPC_NOWAIT | MSG_NOERROR), m.text);
  take(queue, 0, 0);
  m.type = 0;
  printf("type 0: %d %s\n", msgsnd(queue, &m, 1, 0), strerror(errno));
  m.type = -5;
  printf("type -5: %d %s\n", msgsnd(queue, &m, 1, 0), strerror(errno));
  m.type = 1;
  printf("too big: %d %s\n", msgsnd(queue, &m, 100000, 0), strerror(errno));
  int sent = 0;
  char big[sizeof(long) + 4096] = {1};
  while (msgsnd(queue, big, 4000, IPC_NOWAIT) == 0) sent++;
  printf("%d of 4000 fit, then %s\n", sent, strerror(errno));
  msgctl(queue, IPC_STAT, &about);
  about.msg_qbytes = 100;
  about.msg_perm.mode = 0600;
  printf("IPC_SET %d\n", msgctl(queue, IPC_SET, &about));
  msgctl(queue, IPC_STAT, &about);
  printf("room %lu mode %o, %lu messages stay\n", (unsigned long)about.msg_qbytes,
         about.msg_perm.mode, (unsigned long)about.msg_qnum);
  printf("remove %d, again %d %s\n", msgctl(queue, IPC_RMID, NULL),
         msgctl(queue, IPC_RMID, NULL), strerror(errno));
  printf("gone: %d %s\n", msgsnd(queue, &m, 1, 0), strerror(errno));
  key_t key = ftok("/tmp", getpid() & 127);
  printf("missing: %d %s\n", msgget(key, 0), strerror(errno));
  int named = msgget(key, IPC_CREAT | IPC_EXCL | 0600);
  printf("made %d, found %d\n", named >= 0, msgget(key, 0600) == named);
  printf("exclusive: %d %s\n", msgget(key, IPC_CREAT | IPC_EXCL | 0600), strerror(errno));
  msgctl(named, IPC_RMID, NULL);
  return 0;
}
