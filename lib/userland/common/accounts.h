/* Names of users and groups, from /etc/passwd and /etc/group; the number as a text if there is none. */
#ifndef ACCOUNTS_H
#define ACCOUNTS_H
#include <sys/types.h>
const char *user_name(uid_t user);
const char *group_name(gid_t group);
#endif
