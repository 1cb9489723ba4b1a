#ifndef _SYS_PARAM_H
#define _SYS_PARAM_H
#include <endian.h>
#include <limits.h>
#include <stddef.h>
#define NBBY 8
#define NGROUPS NGROUPS_MAX
#define MAXPATHLEN PATH_MAX
#define MAXSYMLINKS 20
#define MAXHOSTNAMELEN HOST_NAME_MAX
#define NOFILE OPEN_MAX
#define MIN(a, b) (((a) < (b)) ? (a) : (b))
#define MAX(a, b) (((a) > (b)) ? (a) : (b))
#define howmany(n, unit) (((n) + ((unit) - 1)) / (unit))
#define roundup(n, unit) ((((n) + ((unit) - 1)) / (unit)) * (unit))
#define powerof2(n) ((((n) - 1) & (n)) == 0)
#define setbit(bits, i) ((bits)[(i) / NBBY] |= 1 << ((i) % NBBY))
#define clrbit(bits, i) ((bits)[(i) / NBBY] &= ~(1 << ((i) % NBBY)))
#define isset(bits, i) ((bits)[(i) / NBBY] & (1 << ((i) % NBBY)))
#define isclr(bits, i) (((bits)[(i) / NBBY] & (1 << ((i) % NBBY))) == 0)
#endif
