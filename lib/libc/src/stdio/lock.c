/* Locks of streams: flockfile(3). A call that reads or writes holds its stream's lock, so that what two
   threads print doesn't mix; while there is one thread only, nothing is locked. A lock that nobody holds
   is taken and given back by one compare-and-swap; the kernel is called only to wait, and to hand the
   lock to somebody who waits. As in glibc, exit writes out streams without locking them, and in the child
   of fork no stream is locked. */
#include <errno.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>
#include <forkyard/locks.h>
#include <forkyard/stream.h>

int __streams_locked;

static pthread_mutex_t list_lock;

/* Of the calling thread: asked for once. */
static _Thread_local pid_t id;

static pid_t self(void) {
  if (id == 0) id = gettid();
  return id;
}

static int is_mine(pthread_mutex_t *lock) {
  return (lock->__owner & __MUTEX_OWNER) == self();
}

/* Whether the calling thread has it now. */
static int try(pthread_mutex_t *lock) {
  if (is_mine(lock)) {
    lock->__count++;
    return 1;
  }
  pid_t nobody = 0;
  return __intrinsic_atomic_compare(&lock->__owner, &nobody, &id, sizeof id);
}

static void acquire(pthread_mutex_t *lock) {
  if (try(lock)) return;
  lock->__kind = PTHREAD_MUTEX_RECURSIVE | __MUTEX_WORD;
  __syscall(SYS_mutex_lock, lock, NULL, 0, 0);
}

static void release(pthread_mutex_t *lock) {
  if (lock->__count > 0) {
    lock->__count--;
    return;
  }
  pid_t mine = self(), nobody = 0;
  if (!__intrinsic_atomic_compare(&lock->__owner, &mine, &nobody, sizeof mine))
    __syscall(SYS_mutex_unlock, lock, 0);
}

void flockfile(FILE *stream) {
  __streams_locked = 1;
  acquire(&stream->lock);
}

int ftrylockfile(FILE *stream) {
  __streams_locked = 1;
  return try(&stream->lock) ? 0 : EBUSY;
}

void funlockfile(FILE *stream) {
  release(&stream->lock);
}

void __streams_lock_list(void) {
  if (__streams_locked) acquire(&list_lock);
}

void __streams_unlock_list(void) {
  if (__streams_locked) release(&list_lock);
}

void __streams_after_fork(void) {
  id = 0;
  if (!__streams_locked) return;
  list_lock = (pthread_mutex_t){0};
  for (FILE *at = __streams; at; at = at->next) at->lock = (pthread_mutex_t){0};
}

static void free_mine(pthread_mutex_t *lock) {
  if (!is_mine(lock)) return;
  lock->__count = 0;
  release(lock);
}

/* A thread was cancelled inside a call on a stream. */
void __streams_release(void) {
  free_mine(&list_lock);
  for (FILE *at = __streams; at; at = at->next) free_mine(&at->lock);
}
