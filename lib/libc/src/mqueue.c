/* POSIX message queues: mq_overview(7). A queue's descriptor is a file descriptor. */
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <stdarg.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

mqd_t mq_open(const char *name, int flags, ...) {
  mode_t mode = 0;
  struct mq_attr *attributes = NULL;
  if (name[0] != '/') {
    errno = EINVAL;
    return -1;
  }
  if (flags & O_CREAT) {
    va_list args;
    va_start(args, flags);
    mode = va_arg(args, mode_t);
    attributes = va_arg(args, struct mq_attr *);
    va_end(args);
  }
  return (mqd_t)__result(__syscall(SYS_mq_open, name + 1, flags, mode, attributes));
}

int mq_close(mqd_t queue) {
  return close(queue);
}

int mq_unlink(const char *name) {
  if (name[0] != '/') {
    errno = EINVAL;
    return -1;
  }
  return (int)__result(__syscall(SYS_mq_unlink, name + 1));
}

int mq_timedsend(mqd_t queue, const char *message, size_t bytes, unsigned int priority,
                 const struct timespec *until) {
  return (int)__result(__syscall(SYS_mq_timedsend, queue, message, bytes, priority, until));
}

int mq_send(mqd_t queue, const char *message, size_t bytes, unsigned int priority) {
  return mq_timedsend(queue, message, bytes, priority, NULL);
}

ssize_t mq_timedreceive(mqd_t queue, char *restrict to, size_t max,
                        unsigned int *restrict priority, const struct timespec *restrict until) {
  return __result(__syscall(SYS_mq_timedreceive, queue, to, max, priority, until));
}

ssize_t mq_receive(mqd_t queue, char *to, size_t max, unsigned int *priority) {
  return mq_timedreceive(queue, to, max, priority, NULL);
}

int mq_setattr(mqd_t queue, const struct mq_attr *restrict attributes,
               struct mq_attr *restrict old) {
  return (int)__result(__syscall(SYS_mq_getsetattr, queue, attributes, old));
}

int mq_getattr(mqd_t queue, struct mq_attr *attributes) {
  return mq_setattr(queue, NULL, attributes);
}

int mq_notify(mqd_t queue, const struct sigevent *event) {
  return (int)__result(__syscall(SYS_mq_notify, queue, event));
}
