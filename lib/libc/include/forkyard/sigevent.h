/* What <signal.h>, <time.h> and <mqueue.h> say of notifications: sigevent(7). */
#ifndef _FORKYARD_SIGEVENT_H
#define _FORKYARD_SIGEVENT_H
typedef union sigval {
  int sival_int;
  void *sival_ptr;
} sigval_t;
typedef struct sigevent {
  sigval_t sigev_value;
  int sigev_signo;
  int sigev_notify;
  union {
    struct {
      void (*sigev_notify_function)(sigval_t);
      void *sigev_notify_attributes;
    };
    int sigev_notify_thread_id;
    int __rest[12];
  };
} sigevent_t;
#endif
