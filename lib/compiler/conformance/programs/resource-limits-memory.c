/* RLIMIT_AS and RLIMIT_DATA: malloc, mmap, brk and pthread_create fail with ENOMEM or EAGAIN beyond them. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MB (1024L * 1024)

static void limit(int resource, long bytes) {
  struct rlimit at;
  getrlimit(resource, &at);
  at.rlim_cur = bytes < 0 ? at.rlim_max : (rlim_t)bytes;
  printf("limit: %d\n", setrlimit(resource, &at));
}

static void maps(const char *what, long bytes, int protection, int flags) {
  errno = 0;
  char *at = mmap(NULL, bytes, protection, flags | MAP_ANONYMOUS, -1, 0);
  printf("%s: %s\n", what, at != MAP_FAILED ? "mapped" : errno == ENOMEM ? "ENOMEM" : "other");
  if (at != MAP_FAILED) munmap(at, bytes);
}

static void takes(const char *what, long bytes) {
  errno = 0;
  char *at = malloc(bytes);
  printf("%s: %s\n", what, at != NULL ? "got" : errno == ENOMEM ? "ENOMEM" : "other");
  if (at != NULL) memset(at, 1, bytes);
  free(at);
}

static void *nothing(void *argument) {
  return argument;
}

static void in_child(void (*part)(void)) {
  fflush(stdout);
  if (fork() == 0) {
    part();
    exit(0);
  }
  int status;
  wait(&status);
  printf("status %d\n", status);
}

static void address_space(void) {
  limit(RLIMIT_AS, 40 * MB);
  takes("little", MB);
  takes("much", 60 * MB);
  maps("little", MB, PROT_READ | PROT_WRITE, MAP_PRIVATE);
  maps("much", 60 * MB, PROT_READ | PROT_WRITE, MAP_PRIVATE);
  maps("much shared", 60 * MB, PROT_READ | PROT_WRITE, MAP_SHARED);
  maps("much to be read", 60 * MB, PROT_READ, MAP_PRIVATE);
  errno = 0;
  printf("sbrk %d", sbrk(60 * MB) == (void *)-1);
  printf(" %d\n", errno == ENOMEM);
  long kept = 0;
  while (malloc(MB) != NULL) kept++;
  printf("%d\n", kept >= 10 && kept < 40);
  limit(RLIMIT_AS, -1);
  takes("much again", 30 * MB);
}

static void data(void) {
  limit(RLIMIT_DATA, 20 * MB);
  takes("little", MB);
  takes("much", 30 * MB);
  maps("much", 30 * MB, PROT_READ | PROT_WRITE, MAP_PRIVATE);
  maps("much shared", 30 * MB, PROT_READ | PROT_WRITE, MAP_SHARED);
  maps("much to be read", 30 * MB, PROT_READ, MAP_PRIVATE);
  if (fork() == 0) {
    takes("in a child", 30 * MB);
    exit(0);
  }
  wait(NULL);
}

static void threads(void) {
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 50 * MB);
  limit(RLIMIT_AS, 40 * MB);
  printf("%d\n", pthread_create(&thread, &attributes, nothing, NULL) == EAGAIN);
}

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  in_child(address_space);
  in_child(data);
  in_child(threads);
  takes("here", 30 * MB);
  return 0;
}
