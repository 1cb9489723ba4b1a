/* sendfile(2) */
#ifndef _SYS_SENDFILE_H
#define _SYS_SENDFILE_H
#include <sys/types.h>
ssize_t sendfile(int to, int from, off_t *offset, size_t n);
#endif
