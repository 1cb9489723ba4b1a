/* ipcs(1): System V shared memory (-m), semaphores (-s), message queues (-q), from /proc/sysvipc; -p, -t, -u, -i. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "accounts.h"
#include "complain.h"

enum { ROW_MAX = 512, FIELDS_MAX = 20 };

static int details = 'o'; /* o owner, p pids, t times */

/* The numbers of one row; how many. */
static int fields_of(char *line, long *fields, int *mode) {
  int n = 0;
  for (char *item = strtok(line, " \t\n"); item && n < FIELDS_MAX; item = strtok(NULL, " \t\n"), n++) {
    fields[n] = atol(item);
    if (n == 2) *mode = (int)strtol(item, NULL, 8);
  }
  return n;
}

static void print_time(long when) {
  char text[40];
  time_t time = when;
  if (when == 0) snprintf(text, sizeof text, "Not set");
  else strftime(text, sizeof text, "%b %e %H:%M:%S", localtime(&time));
  printf(" %-20s", text);
}

static void print_owner(long id, long user) {
  printf("%-10ld %-10.10s", id, user_name((uid_t)user));
}

static void memory_row(const long *f, int mode) {
  if (details == 'p') {
    print_owner(f[1], f[7]);
    printf(" %-10ld %-10ld\n", f[4], f[5]);
  } else if (details == 't') {
    print_owner(f[1], f[7]);
    for (int k = 11; k <= 13; k++) print_time(f[k]);
    putchar('\n');
  } else {
    printf("0x%08x %-10ld %-10.10s %-10o %-10ld %-10ld %-6s %-6s\n", (unsigned)f[0], f[1], user_name((uid_t)f[7]),
           (unsigned)mode & 0777, f[3], f[6], mode & 01000 ? "dest" : " ", mode & 02000 ? "locked" : " ");
  }
}

static void semaphore_row(const long *f, int mode) {
  if (details == 't') {
    print_owner(f[1], f[4]);
    print_time(f[8]);
    print_time(f[9]);
    putchar('\n');
  } else if (details == 'o') {
    printf("0x%08x %-10ld %-10.10s %-10o %-10ld\n", (unsigned)f[0], f[1], user_name((uid_t)f[4]), (unsigned)mode & 0777, f[3]);
  }
}

static void queue_row(const long *f, int mode) {
  if (details == 'p') {
    print_owner(f[1], f[7]);
    printf(" %-10ld %-10ld\n", f[5], f[6]);
  } else if (details == 't') {
    print_owner(f[1], f[7]);
    for (int k = 11; k <= 13; k++) print_time(f[k]);
    putchar('\n');
  } else {
    printf("0x%08x %-10ld %-10.10s %-10o %-12ld %-12ld\n", (unsigned)f[0], f[1], user_name((uid_t)f[7]),
           (unsigned)mode & 0777, f[3], f[4]);
  }
}

static const struct facility {
  char letter;
  const char *file, *title, *owner_heading, *pid_title, *pid_heading, *time_title, *time_heading;
  void (*row)(const long *, int);
} facilities[] = {
    {'q', "/proc/sysvipc/msg", "Message Queues", "key        msqid      owner      perms      used-bytes   messages    ",
     "Message Queues PIDs", "msqid      owner      lspid      lrpid     ", "Message Queues Send/Recv/Change Times",
     "msqid      owner      send                 recv                 change              ", queue_row},
    {'m', "/proc/sysvipc/shm", "Shared Memory Segments",
     "key        shmid      owner      perms      bytes      nattch     status      ", "Shared Memory Creator/Last-op PIDs",
     "shmid      owner      cpid       lpid      ", "Shared Memory Attach/Detach/Change Times",
     "shmid      owner      attached             detached             changed             ", memory_row},
    {'s', "/proc/sysvipc/sem", "Semaphore Arrays", "key        semid      owner      perms      nsems     ", NULL, NULL,
     "Semaphore Operation/Change Times", "semid    owner      last-op                    last-changed              ", semaphore_row}};

static void show(const struct facility *facility) {
  const char *title = details == 'p' ? facility->pid_title : details == 't' ? facility->time_title : facility->title;
  const char *heading = details == 'p' ? facility->pid_heading : details == 't' ? facility->time_heading : facility->owner_heading;
  if (!title) return;
  printf("\n------ %s --------\n%s\n", title, heading);
  FILE *file = fopen(facility->file, "r");
  if (!file) return;
  char line[ROW_MAX];
  for (int first = 1; fgets(line, sizeof line, file); first = 0) {
    long fields[FIELDS_MAX] = {0};
    int mode = 0;
    if (!first && fields_of(line, fields, &mode) > 9) facility->row(fields, mode);
  }
  fclose(file);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int wanted[128] = {0}, any = 0, option;
  while ((option = getopt(argc, argv, "mqsapt")) != -1) {
    if (option == '?') bad_option(1);
    if (option == 'p' || option == 't') details = option;
    else if (option != 'a') any = wanted[option] = 1;
  }
  for (size_t k = 0; k < sizeof facilities / sizeof *facilities; k++)
    if (!any || wanted[(int)facilities[k].letter]) show(&facilities[k]);
  putchar('\n');
  return finish_output();
}
