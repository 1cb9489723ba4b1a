/* The processes of the machine, as /proc tells of them. */
#ifndef PROCESS_LIST_H
#define PROCESS_LIST_H
#include <sys/types.h>

struct process {
  pid_t pid, parent, group, session, foreground;
  uid_t user;
  char name[64];
  char *command; /* with its arguments; of a zombie "[name] <defunct>" */
  char state;
  int nice, threads, priority;
  int terminal; /* has one */
  long user_ticks, system_ticks;
  long start_ticks; /* after the machine's start */
  long virtual_bytes, resident_pages;
};

struct process *list_processes(int *count); /* by number */
void free_processes(struct process *list, int count);
long now_ticks(void);     /* since the machine's start, 100 a second */
long boot_seconds(void);  /* the machine's start, since 1970 */
long memory_kilobytes(const char *name); /* of /proc/meminfo */
#endif
