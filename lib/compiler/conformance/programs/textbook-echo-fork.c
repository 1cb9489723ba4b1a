#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <signal.h>
#include <errno.h>
#include <sys/socket.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/wait.h>
static volatile sig_atomic_t children;
static void reap(int s) {
  int e = errno;
  while (waitpid(-1, NULL, WNOHANG) > 0) children++;
  errno = e;
}

int main(void) {
  struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM,
      .ai_flags = AI_PASSIVE | AI_NUMERICSERV}, *res;
  int e = getaddrinfo("127.0.0.1", "0", &hints, &res);
  if (e) {
    printf("%s\n", gai_strerror(e));
    return 1;
  }
  int ls = socket(res->ai_family, res->ai_socktype, res->ai_protocol);
  bind(ls, res->ai_addr, res->ai_addrlen);
  listen(ls, 8);
  freeaddrinfo(res);
  struct sockaddr_storage ss;
  socklen_t len = sizeof ss;
  getsockname(ls, (struct sockaddr *)&ss, &len);
  pid_t clients = fork();
  if (clients == 0) {
    for (int i = 0; i < 4; i++) {
      int s = socket(AF_INET, SOCK_STREAM, 0);
      connect(s, (struct sockaddr *)&ss, len);
      char m[32], r[32];
      int n = sprintf(m, "hello %d", i);
      send(s, m, n, 0);
      shutdown(s, SHUT_WR);
      int got = 0, k;
      while ((k = recv(s, r + got, sizeof r - got, 0)) > 0) got += k;
      printf("%d: %.*s\n", i, got, r);
      fflush(stdout);
      close(s);
    }
    _exit(0);
  }
  struct sigaction sa = {.sa_handler = reap, .sa_flags = 0};
  sigemptyset(&sa.sa_mask);
  sigaction(SIGCHLD, &sa, NULL);
  for (int served = 0; served < 4; ) {
    int s = accept(ls, NULL, NULL);
    if (s < 0) {
      if (errno == EINTR) continue;
      perror("accept");
      return 1;
    }
    served++;
    if (fork() == 0) {
      close(ls);
      char b[32];
      ssize_t n;
      while ((n = recv(s, b, sizeof b, 0)) > 0) for (int i = 0; i < n; i++) {
        b[i] ^= (b[i] >= 'a') ? 32 : 0;
        if (i == n - 1) send(s, b, n, 0);
      }
      _exit(0);
    }
    close(s);
  }
  sigset_t m, o;
  sigemptyset(&m);
  sigaddset(&m, SIGCHLD);
  sigprocmask(SIG_BLOCK, &m, &o);
  while (children < 5) sigsuspend(&o);
  printf("reaped %d\n", children);
  return 0;
}
