#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <pthread.h>
#include <sys/socket.h>
#include <netinet/in.h>
static struct sockaddr_in addr;
static void *serve(void *arg) {
  int s = *(int *)arg;
  free(arg);
  pthread_detach(pthread_self());
  char b[64];
  ssize_t n;
  while ((n = read(s, b, sizeof b)) > 0) write(s, b, n);
  close(s);
  return NULL;
}

static void *client(void *arg) {
  long id = (long)arg;
  int s = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(s, (struct sockaddr *)&addr, sizeof addr)) {
    perror("connect");
    return (void *)-1L;
  }
  long sum = 0;
  for (int i = 0; i < 10; i++) {
    int v = id * 100 + i, r = 0;
    write(s, &v, sizeof v);
    recv(s, &r, sizeof r, MSG_WAITALL);
    sum += r;
  }
  close(s);
  return (void *)sum;
}

int main(void) {
  int ls = socket(AF_INET, SOCK_STREAM, 0);
  addr.sin_family = AF_INET;
  addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  bind(ls, (struct sockaddr *)&addr, sizeof addr);
  listen(ls, 10);
  socklen_t l = sizeof addr;
  getsockname(ls, (struct sockaddr *)&addr, &l);
  pthread_t t[5];
  for (long i = 0; i < 5; i++) pthread_create(&t[i], NULL, client, (void *)i);
  for (int i = 0; i < 5; i++) {
    int *c = malloc(sizeof *c);
    *c = accept(ls, NULL, NULL);
    pthread_t th;
    pthread_create(&th, NULL, serve, c);
  }
  for (int i = 0; i < 5; i++) {
    void *r;
    pthread_join(t[i], &r);
    printf("client %d: %ld\n", i, (long)r);
  }
  return 0;
}
