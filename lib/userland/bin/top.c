/* top(1): -b without a screen, -n how often, -d seconds, -p pids, -o by %MEM, PID or TIME. A key that is typed with Enter is read: q ends. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#include "accounts.h"
#include "complain.h"
#include "process-list.h"

enum { CHOSEN_MAX = 20 };

struct known {
  pid_t pid;
  long ticks;
};

static int batch, rounds = -1, order = 'P';
static double delay = 3;
static pid_t chosen[CHOSEN_MAX];
static int chosen_count;
static struct known *before;
static int before_count;
static long before_now, before_busy, before_idle;

static long ticks_before(pid_t pid) {
  for (int i = 0; i < before_count; i++)
    if (before[i].pid == pid) return before[i].ticks;
  return 0;
}

static long used(const struct process *p) {
  return p->user_ticks + p->system_ticks - ticks_before(p->pid);
}

static int compare(const void *a, const void *b) {
  const struct process *x = a, *y = b;
  long difference = order == 'P'   ? used(y) - used(x)
                    : order == 'M' ? y->resident_pages - x->resident_pages
                    : order == 'T' ? y->user_ticks + y->system_ticks - x->user_ticks - x->system_ticks
                                   : 0;
  return difference != 0 ? (difference < 0 ? -1 : 1) : order == 'N' ? y->pid - x->pid : x->pid - y->pid;
}

static void print_summary(const struct process *list, int count, long now) {
  char clock[16];
  time_t when = boot_seconds() + now / 100;
  strftime(clock, sizeof clock, "%H:%M:%S", localtime(&when));
  double load[3] = {0};
  FILE *file = fopen("/proc/loadavg", "r");
  if (file) {
    if (fscanf(file, "%lf %lf %lf", &load[0], &load[1], &load[2]) != 3) load[0] = 0;
    fclose(file);
  }
  long minutes = now / 6000, up_hours = minutes / 60;
  char up[32];
  if (up_hours > 0) snprintf(up, sizeof up, "%2ld:%02ld", up_hours, minutes % 60);
  else snprintf(up, sizeof up, "%ld min", minutes);
  printf("top - %s up %s,  1 user,  load average: %.2f, %.2f, %.2f\n", clock, up, load[0], load[1], load[2]);
  int states[128] = {0};
  for (int i = 0; i < count; i++) states[(int)list[i].state & 127]++;
  printf("Tasks: %3d total, %3d running, %3d sleeping, %3d stopped, %3d zombie\n", count, states['R'],
         states['S'] + states['D'] + states['I'], states['T'] + states['t'], states['Z']);
  long busy = 0, idle = 0;
  file = fopen("/proc/stat", "r");
  if (file) {
    if (fscanf(file, "cpu %ld %*d %*d %ld", &busy, &idle) != 2) busy = 0;
    fclose(file);
  }
  long total = busy + idle - before_busy - before_idle;
  double share = total > 0 ? 100.0 * (double)(busy - before_busy) / (double)total : 0;
  printf("%%Cpu(s): %4.1f us,  0.0 sy,  0.0 ni, %4.1f id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\n", share, 100 - share);
  before_busy = busy;
  before_idle = idle;
  double all = (double)memory_kilobytes("MemTotal") / 1024, left = (double)memory_kilobytes("MemFree") / 1024;
  double cached = (double)memory_kilobytes("Cached") / 1024;
  printf("MiB Mem : %8.1f total, %8.1f free, %8.1f used, %8.1f buff/cache\n", all, left, all - left - cached, cached);
  printf("MiB Swap: %8.1f total, %8.1f free, %8.1f used. %8.1f avail Mem \n", 0.0, 0.0, 0.0,
         (double)memory_kilobytes("MemAvailable") / 1024);
}

static void print_process(const struct process *p, long elapsed) {
  char priority[8];
  if (p->priority <= -100) snprintf(priority, sizeof priority, "rt");
  else snprintf(priority, sizeof priority, "%d", p->priority);
  long ticks = p->user_ticks + p->system_ticks, total = memory_kilobytes("MemTotal");
  double share = elapsed > 0 ? 100.0 * (double)used(p) / (double)elapsed : 0;
  if (share > 100) share = 100;
  printf("%7d %-8.8s  %2s %3d %7ld %6ld %6d %c %5.1f %5.1f %3ld:%02ld.%02ld %s\n", (int)p->pid, user_name(p->user), priority,
         p->nice, p->virtual_bytes / 1024, p->resident_pages * 4, 0, p->state, share,
         total > 0 ? 400.0 * (double)p->resident_pages / (double)total : 0, ticks / 6000, ticks / 100 % 60, ticks % 100,
         p->name);
}

static int is_chosen(pid_t pid) {
  for (int i = 0; i < chosen_count; i++)
    if (chosen[i] == pid) return 1;
  return chosen_count == 0;
}

static void show(void) {
  int count;
  struct process *list = list_processes(&count);
  long now = now_ticks();
  if (!batch) fputs("\033[H\033[2J", stdout);
  print_summary(list, count, now);
  puts("\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND");
  qsort(list, (size_t)count, sizeof *list, compare);
  int rows = batch ? count : 17;
  for (int i = 0; i < count && rows > 0; i++) {
    if (!is_chosen(list[i].pid)) continue;
    print_process(&list[i], now - before_now);
    rows--;
  }
  fflush(stdout);
  before = more_memory(before, (unsigned long)(count + 1) * sizeof *before);
  before_count = count;
  for (int i = 0; i < count; i++) {
    before[i].pid = list[i].pid;
    before[i].ticks = list[i].user_ticks + list[i].system_ticks;
  }
  before_now = now;
  free_processes(list, count);
}

static void on_alarm(int signal) {
  (void)signal;
}

/* Until the next round: the alarm interrupts the read. True if somebody typed q. */
static int ends_in_pause(void) {
  if (batch || !isatty(0)) {
    struct timespec pause = {(time_t)delay, (long)((delay - (double)(time_t)delay) * 1e9)};
    nanosleep(&pause, NULL);
    return 0;
  }
  struct itimerval timer = {{0, 0}, {(time_t)delay, (suseconds_t)((delay - (double)(time_t)delay) * 1e6)}};
  setitimer(ITIMER_REAL, &timer, NULL);
  char keys[64];
  ssize_t n = read(0, keys, sizeof keys);
  if (n < 0) return 0;
  if (n == 0) return 1;
  if (strchr("PMNT", keys[0])) order = keys[0];
  return keys[0] == 'q';
}

static void choose_order(const char *name) {
  if (strcmp(name, "%MEM") == 0 || strcmp(name, "RES") == 0) order = 'M';
  else if (strcmp(name, "PID") == 0) order = 'N';
  else if (strncmp(name, "TIME", 4) == 0) order = 'T';
  else if (strcmp(name, "%CPU") != 0) give_up(1, "unrecognized field name '%s'", name);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "bn:d:p:o:")) != -1) {
    switch (option) {
      case 'b': batch = 1; break;
      case 'n': rounds = atoi(optarg); break;
      case 'd': delay = atof(optarg); break;
      case 'o': choose_order(optarg); break;
      case 'p':
        for (char *item = strtok(optarg, ", "); item && chosen_count < CHOSEN_MAX; item = strtok(NULL, ", "))
          chosen[chosen_count++] = (pid_t)atol(item);
        break;
      default: bad_option(1);
    }
  }
  struct sigaction action = {0};
  action.sa_handler = on_alarm;
  sigaction(SIGALRM, &action, NULL);
  for (int round = 0; rounds < 0 || round < rounds; round++) {
    if (round > 0 && ends_in_pause()) break;
    if (round > 0 && batch) putchar('\n');
    show();
  }
  return finish_output();
}
