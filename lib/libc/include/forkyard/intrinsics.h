/* For the C library only: what the processor does itself (lib/abi/intrinsics), and system calls. */
#ifndef _FORKYARD_INTRINSICS_H
#define _FORKYARD_INTRINSICS_H
#include <stddef.h>
long __syscall(long number, ...);
unsigned long __intrinsic_thread_pointer(void);
unsigned long __intrinsic_atomic_update(void *object, unsigned long value, int operation,
                                        size_t bytes);
void __intrinsic_atomic_exchange(void *object, const void *value, void *old, size_t bytes);
int __intrinsic_atomic_compare(void *object, void *expected, const void *desired, size_t bytes);
void *__intrinsic_memcpy(void *to, const void *from, size_t n);
void *__intrinsic_memmove(void *to, const void *from, size_t n);
void *__intrinsic_memset(void *at, int c, size_t n);
int __intrinsic_memcmp(const void *a, const void *b, size_t n);
size_t __intrinsic_strlen(const char *s);
int __intrinsic_strcmp(const char *a, const char *b);
char *__intrinsic_strcpy(char *to, const char *from);
void *__intrinsic_malloc(size_t bytes);
void *__intrinsic_calloc(size_t count, size_t bytes);
void *__intrinsic_realloc(void *block, size_t bytes);
void __intrinsic_free(void *block);
void *__intrinsic_aligned_alloc(size_t alignment, size_t bytes);
size_t __intrinsic_block_bytes(void *block);
int __intrinsic_format_double(char *to, size_t max, int conversion, int flags, int precision,
                              double value);
double __intrinsic_parse_double(const char *text, size_t result[2], int single);
double __intrinsic_sqrt(double x);
double __intrinsic_pow(double x, double y);
double __intrinsic_exp(double x);
double __intrinsic_log(double x);
double __intrinsic_log10(double x);
double __intrinsic_log2(double x);
double __intrinsic_sin(double x);
double __intrinsic_cos(double x);
double __intrinsic_tan(double x);
double __intrinsic_asin(double x);
double __intrinsic_acos(double x);
double __intrinsic_atan(double x);
double __intrinsic_atan2(double y, double x);
double __intrinsic_sinh(double x);
double __intrinsic_cosh(double x);
double __intrinsic_tanh(double x);
double __intrinsic_floor(double x);
double __intrinsic_ceil(double x);
double __intrinsic_trunc(double x);
double __intrinsic_round(double x);
double __intrinsic_fmod(double x, double y);
double __intrinsic_cbrt(double x);
double __intrinsic_hypot(double x, double y);
double __intrinsic_exp2(double x);
double __intrinsic_exp10(double x);
double __intrinsic_expm1(double x);
double __intrinsic_log1p(double x);
double __intrinsic_asinh(double x);
double __intrinsic_acosh(double x);
double __intrinsic_atanh(double x);
double __intrinsic_erf(double x);
double __intrinsic_erfc(double x);
double __intrinsic_lgamma(double x);
double __intrinsic_tgamma(double x);
double __intrinsic_fma(double x, double y, double z);
_Noreturn void __intrinsic_longjmp(void *environment, int value);

#define SYS_read 0
#define SYS_write 1
#define SYS_open 2
#define SYS_close 3
#define SYS_stat 4
#define SYS_fstat 5
#define SYS_lstat 6
#define SYS_poll 7
#define SYS_lseek 8
#define SYS_mmap 9
#define SYS_mprotect 10
#define SYS_munmap 11
#define SYS_brk 12
#define SYS_rt_sigaction 13
#define SYS_rt_sigprocmask 14
#define SYS_rt_sigreturn 15
#define SYS_ioctl 16
#define SYS_pread64 17
#define SYS_pwrite64 18
#define SYS_readv 19
#define SYS_writev 20
#define SYS_access 21
#define SYS_pipe 22
#define SYS_select 23
#define SYS_sched_yield 24
#define SYS_mremap 25
#define SYS_msync 26
#define SYS_mincore 27
#define SYS_madvise 28
#define SYS_shmget 29
#define SYS_shmat 30
#define SYS_shmctl 31
#define SYS_dup 32
#define SYS_dup2 33
#define SYS_pause 34
#define SYS_nanosleep 35
#define SYS_getitimer 36
#define SYS_alarm 37
#define SYS_setitimer 38
#define SYS_getpid 39
#define SYS_socket 41
#define SYS_connect 42
#define SYS_accept 43
#define SYS_sendto 44
#define SYS_recvfrom 45
#define SYS_sendmsg 46
#define SYS_recvmsg 47
#define SYS_shutdown 48
#define SYS_bind 49
#define SYS_listen 50
#define SYS_getsockname 51
#define SYS_getpeername 52
#define SYS_socketpair 53
#define SYS_setsockopt 54
#define SYS_getsockopt 55
#define SYS_fork 57
#define SYS_vfork 58
#define SYS_execve 59
#define SYS_exit 60
#define SYS_wait4 61
#define SYS_kill 62
#define SYS_uname 63
#define SYS_semget 64
#define SYS_semop 65
#define SYS_semctl 66
#define SYS_shmdt 67
#define SYS_msgget 68
#define SYS_msgsnd 69
#define SYS_msgrcv 70
#define SYS_msgctl 71
#define SYS_fcntl 72
#define SYS_flock 73
#define SYS_fsync 74
#define SYS_fdatasync 75
#define SYS_truncate 76
#define SYS_ftruncate 77
#define SYS_getdents 78
#define SYS_getcwd 79
#define SYS_chdir 80
#define SYS_fchdir 81
#define SYS_rename 82
#define SYS_mkdir 83
#define SYS_rmdir 84
#define SYS_creat 85
#define SYS_link 86
#define SYS_unlink 87
#define SYS_symlink 88
#define SYS_readlink 89
#define SYS_chmod 90
#define SYS_fchmod 91
#define SYS_chown 92
#define SYS_fchown 93
#define SYS_lchown 94
#define SYS_umask 95
#define SYS_gettimeofday 96
#define SYS_getrlimit 97
#define SYS_getrusage 98
#define SYS_times 100
#define SYS_getuid 102
#define SYS_getgid 104
#define SYS_setuid 105
#define SYS_setgid 106
#define SYS_geteuid 107
#define SYS_getegid 108
#define SYS_setpgid 109
#define SYS_getppid 110
#define SYS_getpgrp 111
#define SYS_setsid 112
#define SYS_setreuid 113
#define SYS_setregid 114
#define SYS_getgroups 115
#define SYS_setgroups 116
#define SYS_setresuid 117
#define SYS_getresuid 118
#define SYS_setresgid 119
#define SYS_getresgid 120
#define SYS_getpgid 121
#define SYS_getsid 124
#define SYS_rt_sigpending 127
#define SYS_rt_sigtimedwait 128
#define SYS_rt_sigqueueinfo 129
#define SYS_rt_sigsuspend 130
#define SYS_sigaltstack 131
#define SYS_mknod 133
#define SYS_statfs 137
#define SYS_fstatfs 138
#define SYS_getpriority 140
#define SYS_setpriority 141
#define SYS_sched_setparam 142
#define SYS_sched_getparam 143
#define SYS_sched_setscheduler 144
#define SYS_sched_getscheduler 145
#define SYS_sched_get_priority_max 146
#define SYS_sched_get_priority_min 147
#define SYS_mlock 149
#define SYS_munlock 150
#define SYS_mlockall 151
#define SYS_munlockall 152
#define SYS_prctl 157
#define SYS_setrlimit 160
#define SYS_sync 162
#define SYS_time 201
#define SYS_sched_getaffinity 204
#define SYS_getdents64 217
#define SYS_semtimedop 220
#define SYS_timer_create 222
#define SYS_timer_settime 223
#define SYS_timer_gettime 224
#define SYS_timer_getoverrun 225
#define SYS_timer_delete 226
#define SYS_clock_gettime 228
#define SYS_clock_getres 229
#define SYS_clock_nanosleep 230
#define SYS_exit_group 231
#define SYS_epoll_wait 232
#define SYS_epoll_ctl 233
#define SYS_tgkill 234
#define SYS_mq_open 240
#define SYS_mq_unlink 241
#define SYS_mq_timedsend 242
#define SYS_mq_timedreceive 243
#define SYS_mq_notify 244
#define SYS_mq_getsetattr 245
#define SYS_waitid 247
#define SYS_openat 257
#define SYS_mkdirat 258
#define SYS_mknodat 259
#define SYS_fchownat 260
#define SYS_newfstatat 262
#define SYS_unlinkat 263
#define SYS_renameat 264
#define SYS_linkat 265
#define SYS_symlinkat 266
#define SYS_readlinkat 267
#define SYS_fchmodat 268
#define SYS_faccessat 269
#define SYS_pselect6 270
#define SYS_ppoll 271
#define SYS_utimensat 280
#define SYS_epoll_pwait 281
#define SYS_timerfd_create 283
#define SYS_timerfd_settime 286
#define SYS_timerfd_gettime 287
#define SYS_accept4 288
#define SYS_signalfd4 289
#define SYS_eventfd2 290
#define SYS_epoll_create1 291
#define SYS_dup3 292
#define SYS_pipe2 293
#define SYS_prlimit64 302
#define SYS_renameat2 316
#define SYS_getrandom 318
#define SYS_faccessat2 439
#define SYS_epoll_pwait2 441
#define SYS_shm_open 1000
#define SYS_shm_unlink 1001
#define SYS_sem_open 1010
#define SYS_sem_close 1011
#define SYS_sem_unlink 1012
#define SYS_sem_init 1013
#define SYS_sem_destroy 1014
#define SYS_sem_wait 1015
#define SYS_sem_trywait 1016
#define SYS_sem_post 1017
#define SYS_sem_getvalue 1018
#define SYS_gettid 186
#define SYS_sem_timedwait 1019
#define SYS_thread_create 1040
#define SYS_thread_exit 1041
#define SYS_thread_join 1042
#define SYS_thread_detach 1043
#define SYS_cpu_burst 1050
#define SYS_announce_burst 1051
#define SYS_device_service 1052
#define SYS_mutex_lock 1060
#define SYS_mutex_trylock 1061
#define SYS_mutex_unlock 1062
#define SYS_mutex_destroy 1063
#define SYS_cond_wait 1064
#define SYS_cond_signal 1065
#define SYS_rwlock_lock 1066
#define SYS_rwlock_unlock 1067
#define SYS_rwlock_destroy 1068
#define SYS_barrier_wait 1069
#define SYS_barrier_destroy 1070
#define SYS_thread_kill 1071
#define SYS_thread_cancel 1072
#define SYS_thread_cancel_state 1073
#define SYS_thread_test_cancel 1074
#define SYS_thread_name 1075
#define SYS_thread_information 1076
#define SYS_assert_fail 1030
#define SYS_compile 1090
#endif
