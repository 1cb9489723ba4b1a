/* For the C library only: what the processor does itself (lib/abi/intrinsics), and system calls. */
#ifndef _FORKYARD_INTRINSICS_H
#define _FORKYARD_INTRINSICS_H
#include <stddef.h>
#include <sys/syscall.h>
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

/* Of our own: Linux has no such calls. syscall(2) does not make them. */
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
#define SYS_sem_timedwait 1019
#define SYS_assert_fail 1030
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
#define SYS_compile 1090
#endif
