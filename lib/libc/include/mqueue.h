/* mq_overview(7) */
#ifndef _MQUEUE_H
#define _MQUEUE_H
#include <fcntl.h>
#include <signal.h>
#include <sys/types.h>
#include <time.h>
typedef int mqd_t;
struct mq_attr {
  long mq_flags;
  long mq_maxmsg;
  long mq_msgsize;
  long mq_curmsgs;
  long __reserved[4];
};
mqd_t mq_open(const char *name, int flags, ...);
int mq_close(mqd_t queue);
int mq_unlink(const char *name);
int mq_send(mqd_t queue, const char *message, size_t bytes, unsigned int priority);
int mq_timedsend(mqd_t queue, const char *message, size_t bytes, unsigned int priority,
                 const struct timespec *until);
ssize_t mq_receive(mqd_t queue, char *to, size_t max, unsigned int *priority);
ssize_t mq_timedreceive(mqd_t queue, char *restrict to, size_t max,
                        unsigned int *restrict priority, const struct timespec *restrict until);
int mq_getattr(mqd_t queue, struct mq_attr *attributes);
int mq_setattr(mqd_t queue, const struct mq_attr *restrict attributes,
               struct mq_attr *restrict old);
int mq_notify(mqd_t queue, const struct sigevent *event);
#endif
