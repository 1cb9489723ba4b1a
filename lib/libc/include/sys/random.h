/* getrandom(2): the same bytes in every run of this machine. */
#ifndef _SYS_RANDOM_H
#define _SYS_RANDOM_H
#include <sys/types.h>
#define GRND_NONBLOCK 1
#define GRND_RANDOM 2
ssize_t getrandom(void *to, size_t n, unsigned int flags);
int getentropy(void *to, size_t n);
#endif
