#define _GNU_SOURCE
#include <fcntl.h>
#include <unistd.h>
#include <stdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <sys/stat.h>
#include <sys/shm.h>
#include <sys/sem.h>
#include <sys/msg.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <time.h>
#include <errno.h>
#include <poll.h>
#include <sys/un.h>
static void handle(int s) { (void)s; }
int main(void) {
  int ends[2], fd, status; char buffer[64];
  fd = open("/tmp/missing-file", O_RDONLY);
  fd = open("/tmp/forkyard-log", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0644);
  write(fd, "hello, \"world\"\n\t\001\177\303\251", 20);
  write(fd, "0123456789012345678901234567890123456789", 40);
  lseek(fd, 3, SEEK_SET); ftruncate(fd, 5);
  close(fd); unlink("/tmp/forkyard-log"); access("/tmp", R_OK | W_OK); access("/tmp", F_OK);
  mkdir("/tmp/forkyard-d", 0755); rmdir("/tmp/forkyard-d");
  pipe(ends); 
  struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
  sigaction(SIGUSR1, &action, NULL);
  signal(SIGINT, SIG_IGN);
  sigset_t set; sigemptyset(&set); sigaddset(&set, SIGUSR1); sigaddset(&set, SIGTERM);
  sigprocmask(SIG_BLOCK, &set, NULL);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  int q = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
  struct { long type; char text[16]; } m = {3, "mail"};
  msgsnd(q, &m, 5, 0); msgrcv(q, &m, 16, 3, IPC_NOWAIT); msgrcv(q, &m, 16, 3, IPC_NOWAIT); msgctl(q, IPC_RMID, NULL);
  int s = semget(IPC_PRIVATE, 2, IPC_CREAT | 0600);
  struct sembuf up[2] = {{0, 1, 0}, {1, 2, SEM_UNDO}};
  semop(s, up, 2); semctl(s, 0, GETVAL); semctl(s, 0, SETVAL, 7); semctl(s, 0, IPC_RMID);
  int h = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
  void *p = shmat(h, NULL, 0); shmdt(p); shmctl(h, IPC_RMID, NULL);
  void *map = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  munmap(map, 8192);
  struct timespec t = {0, 1000}; nanosleep(&t, NULL);
  int pair[2]; socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
  send(pair[0], "ping", 4, 0); recv(pair[1], buffer, 64, 0);
  int tcp = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  connect(tcp, (struct sockaddr *)&a, sizeof a);
  a.sin_port = htons(45679); int on = 1; setsockopt(tcp, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  bind(tcp, (struct sockaddr *)&a, sizeof a); listen(tcp, 5); shutdown(tcp, SHUT_WR);
  struct pollfd pf = {ends[0], POLLIN, 0}; poll(&pf, 1, 0);
  fcntl(ends[0], F_SETFL, O_NONBLOCK); fcntl(ends[0], F_GETFD); read(ends[0], buffer, 64);
  if (fork() == 0) { write(ends[1], "abc", 3); _exit(3); }
  wait(&status); read(ends[0], buffer, 64);
  wait(&status); waitpid(-1, NULL, WNOHANG); kill(getpid(), 0); kill(999999, SIGTERM); kill(getpid(), SIGUSR1);
  alarm(5); alarm(0); dup2(1, 5); umask(022); getppid(); chdir("/tmp"); read(99, buffer, 1); 
  if (fork() == 0) { char *v[] = {"true", "a b", NULL}; execv("/bin/true", v); }
  wait(NULL);
  return 7;
}
