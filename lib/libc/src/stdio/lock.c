/* Locks of streams: flockfile(3). A call that reads or writes holds its stream's lock, so that what two
   threads print doesn't mix; while there is one thread only, nothing is locked. As in glibc, exit writes
   out streams without locking them, and in the child of fork no stream is locked. */
#include <errno.h>
#include <unistd.h>
#include <forkyard/stream.h>

int __streams_locked;

static pthread_mutex_t list_lock;

void flockfile(FILE *stream) {
  __streams_locked = 1;
  stream->lock.__kind = PTHREAD_MUTEX_RECURSIVE;
  pthread_mutex_lock(&stream->lock);
}

int ftrylockfile(FILE *stream) {
  __streams_locked = 1;
  stream->lock.__kind = PTHREAD_MUTEX_RECURSIVE;
  return pthread_mutex_trylock(&stream->lock);
}

void funlockfile(FILE *stream) {
  pthread_mutex_unlock(&stream->lock);
}

void __streams_lock_list(void) {
  if (__streams_locked) pthread_mutex_lock(&list_lock);
}

void __streams_unlock_list(void) {
  if (__streams_locked) pthread_mutex_unlock(&list_lock);
}

void __streams_after_fork(void) {
  if (!__streams_locked) return;
  list_lock = (pthread_mutex_t){0};
  for (FILE *at = __streams; at; at = at->next) at->lock = (pthread_mutex_t){0};
}

/* A thread was cancelled inside a call on a stream. */
void __streams_release(void) {
  pid_t self = gettid();
  if (list_lock.__owner == self) pthread_mutex_unlock(&list_lock);
  for (FILE *at = __streams; at; at = at->next) {
    if (at->lock.__owner != self) continue;
    at->lock.__count = 0;
    pthread_mutex_unlock(&at->lock);
  }
}
