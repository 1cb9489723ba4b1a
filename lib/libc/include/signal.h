/* POSIX signal.h; numbers and layouts of Linux on x86-64 */
#ifndef _SIGNAL_H
#define _SIGNAL_H
#include <sys/types.h>
#include <forkyard/sigevent.h>
#include <time.h>
#define SIGHUP 1
#define SIGINT 2
#define SIGQUIT 3
#define SIGILL 4
#define SIGTRAP 5
#define SIGABRT 6
#define SIGBUS 7
#define SIGFPE 8
#define SIGKILL 9
#define SIGUSR1 10
#define SIGSEGV 11
#define SIGUSR2 12
#define SIGPIPE 13
#define SIGALRM 14
#define SIGTERM 15
#define SIGSTKFLT 16
#define SIGCHLD 17
#define SIGCONT 18
#define SIGSTOP 19
#define SIGTSTP 20
#define SIGTTIN 21
#define SIGTTOU 22
#define SIGURG 23
#define SIGXCPU 24
#define SIGXFSZ 25
#define SIGVTALRM 26
#define SIGPROF 27
#define SIGWINCH 28
#define SIGIO 29
#define SIGPWR 30
#define SIGSYS 31
#define SIGPOLL SIGIO
#define SIGIOT SIGABRT
#define NSIG 65
#define _NSIG NSIG
/* The two below are the C library's own, as in glibc. */
#define SIGRTMIN (34)
#define SIGRTMAX (64)
#define SIG_DFL ((void (*)(int))0)
#define SIG_IGN ((void (*)(int))1)
#define SIG_ERR ((void (*)(int))-1)
#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2
#define SA_NOCLDSTOP 1
#define SA_NOCLDWAIT 2
#define SA_SIGINFO 4
#define SA_RESTORER 0x04000000
#define SA_ONSTACK 0x08000000
#define SA_RESTART 0x10000000
#define SA_NODEFER 0x40000000
#define SA_RESETHAND 0x80000000
#define SA_NOMASK SA_NODEFER
#define SA_ONESHOT SA_RESETHAND
#define SI_USER 0
#define SI_KERNEL 0x80
#define SI_QUEUE -1
#define SI_TIMER -2
#define SI_MESGQ -3
#define SI_ASYNCIO -4
#define SI_SIGIO -5
#define SI_TKILL -6
#define ILL_ILLOPC 1
#define FPE_INTDIV 1
#define FPE_INTOVF 2
#define FPE_FLTDIV 3
#define SEGV_MAPERR 1
#define SEGV_ACCERR 2
#define BUS_ADRALN 1
#define BUS_ADRERR 2
#define CLD_EXITED 1
#define CLD_KILLED 2
#define CLD_DUMPED 3
#define CLD_TRAPPED 4
#define CLD_STOPPED 5
#define CLD_CONTINUED 6
#define SS_ONSTACK 1
#define SS_DISABLE 2
#define MINSIGSTKSZ 2048
#define SIGSTKSZ 8192
#define SIGEV_SIGNAL 0
#define SIGEV_NONE 1
#define SIGEV_THREAD 2
#define SIGEV_THREAD_ID 4
typedef int sig_atomic_t;
typedef void (*sighandler_t)(int);
typedef sighandler_t __sighandler_t;
typedef sighandler_t sig_t;
typedef struct {
  unsigned long __bits[16];
} sigset_t;
typedef struct {
  int si_signo;
  int si_errno;
  int si_code;
  int __pad;
  union {
    struct {
      pid_t __pid;
      uid_t __uid;
      union {
        int __status;
        sigval_t __value;
      };
      clock_t __utime;
      clock_t __stime;
    };
    struct {
      int __timerid;
      int __overrun;
    };
    void *__address;
    struct {
      long __band;
      int __fd;
    };
    int __rest[28];
  };
} siginfo_t;
#define si_pid __pid
#define si_uid __uid
#define si_status __status
#define si_value __value
#define si_int __value.sival_int
#define si_ptr __value.sival_ptr
#define si_utime __utime
#define si_stime __stime
#define si_timerid __timerid
#define si_overrun __overrun
#define si_addr __address
#define si_band __band
#define si_fd __fd
typedef struct {
  void *ss_sp;
  int ss_flags;
  size_t ss_size;
} stack_t;
enum { REG_R8, REG_RDI = 8, REG_RSI, REG_RBP, REG_RBX, REG_RDX, REG_RAX, REG_RCX, REG_RSP, REG_RIP };
typedef long long greg_t;
typedef greg_t gregset_t[23];
typedef struct {
  gregset_t gregs;
  void *fpregs;
  unsigned long __reserved[8];
} mcontext_t;
/* What a handler interrupted, to be looked at; changes have no effect. */
typedef struct ucontext_t {
  unsigned long uc_flags;
  struct ucontext_t *uc_link;
  stack_t uc_stack;
  mcontext_t uc_mcontext;
  sigset_t uc_sigmask;
  char __float_state[512];
  unsigned long __shadow_stack[4];
} ucontext_t;
struct sigaction {
  union {
    void (*sa_handler)(int);
    void (*sa_sigaction)(int, siginfo_t *, void *);
  };
  sigset_t sa_mask;
  int sa_flags;
  void (*sa_restorer)(void);
};
sighandler_t signal(int signal, sighandler_t handler);
sighandler_t sysv_signal(int signal, sighandler_t handler);
int sigaction(int signal, const struct sigaction *restrict action, struct sigaction *restrict old);
int siginterrupt(int signal, int interrupts);
int kill(pid_t pid, int signal);
int tgkill(pid_t process, pid_t thread, int signal);
int killpg(pid_t group, int signal);
int raise(int signal);
int sigqueue(pid_t pid, int signal, const union sigval value);
int sigemptyset(sigset_t *set);
int sigfillset(sigset_t *set);
int sigaddset(sigset_t *set, int signal);
int sigdelset(sigset_t *set, int signal);
int sigismember(const sigset_t *set, int signal);
int sigisemptyset(const sigset_t *set);
int sigandset(sigset_t *to, const sigset_t *a, const sigset_t *b);
int sigorset(sigset_t *to, const sigset_t *a, const sigset_t *b);
typedef unsigned long pthread_t;
int pthread_kill(pthread_t thread, int signal);
int pthread_sigmask(int how, const sigset_t *restrict set, sigset_t *restrict old);
int sigprocmask(int how, const sigset_t *restrict set, sigset_t *restrict old);
int sigsuspend(const sigset_t *mask);
int sigpending(sigset_t *set);
int sigwait(const sigset_t *restrict set, int *restrict signal);
int sigwaitinfo(const sigset_t *restrict set, siginfo_t *restrict info);
int sigtimedwait(const sigset_t *restrict set, siginfo_t *restrict info,
                 const struct timespec *restrict timeout);
int sigaltstack(const stack_t *restrict stack, stack_t *restrict old);
void psignal(int signal, const char *message);
void psiginfo(const siginfo_t *info, const char *message);
const char *sigabbrev_np(int signal);
const char *sigdescr_np(int signal);
#define SIG_HOLD ((sighandler_t)2)
sighandler_t bsd_signal(int signal, sighandler_t handler);
sighandler_t sigset(int signal, sighandler_t disposition);
int sighold(int signal);
int sigrelse(int signal);
int sigignore(int signal);
int sigpause(int signal);
#endif
