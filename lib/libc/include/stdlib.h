/* C11 7.22 and POSIX stdlib.h */
#ifndef _STDLIB_H
#define _STDLIB_H
#include <alloca.h>
#include <stddef.h>
#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
size_t __ctype_get_mb_cur_max(void);
#define MB_CUR_MAX (__ctype_get_mb_cur_max())
typedef struct {
  int quot;
  int rem;
} div_t;
typedef struct {
  long quot;
  long rem;
} ldiv_t;
typedef struct {
  long long quot;
  long long rem;
} lldiv_t;
void *malloc(size_t bytes);
void *calloc(size_t count, size_t bytes);
void *realloc(void *block, size_t bytes);
void free(void *block);
_Noreturn void exit(int status);
_Noreturn void _Exit(int status);
_Noreturn void abort(void);
int atexit(void (*handler)(void));
int atoi(const char *text);
long atol(const char *text);
long long atoll(const char *text);
double atof(const char *text);
long strtol(const char *restrict text, char **restrict end, int base);
long long strtoll(const char *restrict text, char **restrict end, int base);
unsigned long strtoul(const char *restrict text, char **restrict end, int base);
unsigned long long strtoull(const char *restrict text, char **restrict end, int base);
double strtod(const char *restrict text, char **restrict end);
float strtof(const char *restrict text, char **restrict end);
long double strtold(const char *restrict text, char **restrict end);
int rand(void);
void srand(unsigned int seed);
int rand_r(unsigned int *seed);
long random(void);
void srandom(unsigned int seed);
void qsort(void *base, size_t count, size_t bytes, int (*compare)(const void *, const void *));
void *bsearch(const void *key, const void *base, size_t count, size_t bytes,
              int (*compare)(const void *, const void *));
int abs(int n);
long labs(long n);
long long llabs(long long n);
div_t div(int a, int b);
ldiv_t ldiv(long a, long b);
lldiv_t lldiv(long long a, long long b);
char *getenv(const char *name);
int setenv(const char *name, const char *value, int overwrite);
int unsetenv(const char *name);
int putenv(char *assignment);
int clearenv(void);
int system(const char *command);
int on_exit(void (*handler)(int status, void *argument), void *argument);
int at_quick_exit(void (*handler)(void));
_Noreturn void quick_exit(int status);
void *aligned_alloc(size_t alignment, size_t bytes);
int posix_memalign(void **block, size_t alignment, size_t bytes);
void *valloc(size_t bytes);
void *reallocarray(void *block, size_t count, size_t bytes);
void qsort_r(void *base, size_t count, size_t bytes,
             int (*compare)(const void *, const void *, void *), void *argument);
char *initstate(unsigned int seed, char *state, size_t bytes);
char *setstate(char *state);
double drand48(void);
double erand48(unsigned short state[3]);
long lrand48(void);
long nrand48(unsigned short state[3]);
long mrand48(void);
long jrand48(unsigned short state[3]);
void srand48(long seed);
unsigned short *seed48(unsigned short state[3]);
void lcong48(unsigned short parameters[7]);
int mblen(const char *s, size_t n);
int mbtowc(wchar_t *restrict to, const char *restrict s, size_t n);
int wctomb(char *to, wchar_t c);
size_t mbstowcs(wchar_t *restrict to, const char *restrict from, size_t max);
size_t wcstombs(char *restrict to, const wchar_t *restrict from, size_t max);
long a64l(const char *s);
char *l64a(long n);
int getsubopt(char **restrict options, char *const *restrict tokens, char **restrict value);
char *ecvt(double value, int digits, int *point, int *negative);
char *fcvt(double value, int digits, int *point, int *negative);
char *gcvt(double value, int digits, char *to);
char *secure_getenv(const char *name);
char *realpath(const char *restrict path, char *restrict to);
int mkstemp(char *template);
int mkostemp(char *template, int flags);
int mkstemps(char *template, int suffix);
int mkostemps(char *template, int suffix, int flags);
char *mkdtemp(char *template);
#endif
