/*
 * ps(1): of this terminal, or all with -e -A ax; formats -f -l -o u j, and the short one. -p, -u and --ppid
 * choose, -C by name. Options of BSD have no dash: aux.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "accounts.h"
#include "complain.h"
#include "process-list.h"

enum { CHOSEN_MAX = 64, COLUMNS_MAX = 24 };

static int everything, any_terminal, every_user, no_heading;
static pid_t pids[CHOSEN_MAX], parents[CHOSEN_MAX];
static int pid_count, parent_count, name_count;
static const char *names[CHOSEN_MAX];
static long now;

static const char *terminal_of(const struct process *process) {
  return process->terminal ? "tty1" : "?";
}

static void text_user(const struct process *p, char *to, size_t max) { snprintf(to, max, "%s", user_name(p->user)); }
static void text_pid(const struct process *p, char *to, size_t max) { snprintf(to, max, "%d", (int)p->pid); }
static void text_parent(const struct process *p, char *to, size_t max) { snprintf(to, max, "%d", (int)p->parent); }
static void text_group(const struct process *p, char *to, size_t max) { snprintf(to, max, "%d", (int)p->group); }
static void text_session(const struct process *p, char *to, size_t max) { snprintf(to, max, "%d", (int)p->session); }
static void text_foreground(const struct process *p, char *to, size_t max) { snprintf(to, max, "%d", (int)p->foreground); }
static void text_uid(const struct process *p, char *to, size_t max) { snprintf(to, max, "%u", p->user); }
static void text_terminal(const struct process *p, char *to, size_t max) { snprintf(to, max, "%s", terminal_of(p)); }
static void text_nice(const struct process *p, char *to, size_t max) { snprintf(to, max, "%d", p->nice); }
static void text_priority(const struct process *p, char *to, size_t max) { snprintf(to, max, "%d", p->priority); }
static void text_threads(const struct process *p, char *to, size_t max) { snprintf(to, max, "%d", p->threads); }
static void text_size(const struct process *p, char *to, size_t max) { snprintf(to, max, "%ld", p->virtual_bytes / 1024); }
static void text_pages(const struct process *p, char *to, size_t max) { snprintf(to, max, "%ld", p->virtual_bytes / 4096); }
static void text_resident(const struct process *p, char *to, size_t max) { snprintf(to, max, "%ld", p->resident_pages * 4); }
static void text_command(const struct process *p, char *to, size_t max) { snprintf(to, max, "%s", p->command); }
static void text_state(const struct process *p, char *to, size_t max) { snprintf(to, max, "%c", p->state); }
static void text_flags(const struct process *p, char *to, size_t max) { snprintf(to, max, "%d", p->user == 0 ? 4 : 0); }
static void text_wait(const struct process *p, char *to, size_t max) { snprintf(to, max, "%s", p->state == 'R' ? "-" : "wait"); }

static void text_name(const struct process *p, char *to, size_t max) {
  snprintf(to, max, "%s%s", p->name, p->state == 'Z' ? " <defunct>" : "");
}

/* The state, and s for a session's leader, N and < for nice ones, + in the foreground, l with threads. */
static void text_long_state(const struct process *p, char *to, size_t max) {
  snprintf(to, max, "%c%s%s%s%s", p->state, p->nice < 0 ? "<" : p->nice > 0 ? "N" : "", p->session == p->pid ? "s" : "",
           p->threads > 1 ? "l" : "", p->terminal && p->foreground == p->group ? "+" : "");
}

static long ticks_of(const struct process *p) {
  return p->user_ticks + p->system_ticks;
}

static void text_time(const struct process *p, char *to, size_t max) {
  long seconds = ticks_of(p) / 100;
  snprintf(to, max, "%02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static void text_short_time(const struct process *p, char *to, size_t max) {
  long seconds = ticks_of(p) / 100;
  snprintf(to, max, "%ld:%02ld", seconds / 60, seconds % 60);
}

static void text_elapsed(const struct process *p, char *to, size_t max) {
  long seconds = (now - p->start_ticks) / 100;
  if (seconds >= 3600) snprintf(to, max, "%02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
  else snprintf(to, max, "%02ld:%02ld", seconds / 60, seconds % 60);
}

static void text_start(const struct process *p, char *to, size_t max) {
  time_t start = boot_seconds() + p->start_ticks / 100;
  strftime(to, max, "%H:%M", localtime(&start));
}

static long permille(const struct process *p) {
  long elapsed = now - p->start_ticks;
  long used = elapsed > 0 ? ticks_of(p) * 1000 / elapsed : 0;
  return used > 999 ? 999 : used;
}

static void text_share(const struct process *p, char *to, size_t max) {
  snprintf(to, max, "%ld.%ld", permille(p) / 10, permille(p) % 10);
}

static void text_percent(const struct process *p, char *to, size_t max) {
  snprintf(to, max, "%ld", permille(p) / 10);
}

static void text_memory(const struct process *p, char *to, size_t max) {
  long total = memory_kilobytes("MemTotal");
  long share = total > 0 ? p->resident_pages * 4000 / total : 0;
  snprintf(to, max, "%ld.%ld", share / 10, share % 10);
}

static const struct column {
  const char *name, *heading;
  int width; /* negative: to the left */
  void (*text)(const struct process *, char *, size_t);
} columns[] = {{"user", "USER", -8, text_user},        {"uid", "UID", 5, text_uid},
               {"UIDNAME", "UID", -8, text_user},      {"pid", "PID", 7, text_pid},
               {"ppid", "PPID", 7, text_parent},       {"pgid", "PGID", 7, text_group},
               {"pgrp", "PGRP", 7, text_group},        {"sid", "SID", 7, text_session},
               {"sess", "SESS", 7, text_session},      {"tpgid", "TPGID", 7, text_foreground},
               {"tty", "TT", -8, text_terminal},       {"tname", "TTY", -8, text_terminal},
               {"stat", "STAT", -4, text_long_state},  {"state", "S", -1, text_state},
               {"s", "S", -1, text_state},             {"ni", "NI", 3, text_nice},
               {"nice", "NI", 3, text_nice},           {"pri", "PRI", 3, text_priority},
               {"nlwp", "NLWP", 4, text_threads},      {"vsz", "VSZ", 6, text_size},
               {"sz", "SZ", 5, text_pages},            {"rss", "RSS", 5, text_resident},
               {"time", "TIME", 8, text_time},         {"bsdtime", "TIME", 6, text_short_time},
               {"etime", "ELAPSED", 11, text_elapsed}, {"stime", "STIME", 5, text_start},
               {"start", "START", 5, text_start},      {"%cpu", "%CPU", 4, text_share},
               {"pcpu", "%CPU", 4, text_share},        {"c", "C", 2, text_percent},
               {"%mem", "%MEM", 4, text_memory},       {"pmem", "%MEM", 4, text_memory},
               {"comm", "COMMAND", -15, text_name},    {"ucmd", "CMD", -15, text_name},
               {"cmd", "CMD", -27, text_command},      {"args", "COMMAND", -27, text_command},
               {"command", "COMMAND", -27, text_command}, {"f", "F", 1, text_flags},
               {"wchan", "WCHAN", -6, text_wait}};

static const struct column *shown[COLUMNS_MAX];
static const char *headings[COLUMNS_MAX];
static int shown_count;

static void show_columns(char *list) {
  for (char *name = strtok(list, ", "); name; name = strtok(NULL, ", ")) {
    char *heading = strchr(name, '=');
    if (heading) *heading++ = '\0';
    const struct column *found = NULL;
    for (size_t k = 0; k < sizeof columns / sizeof *columns; k++)
      if (strcmp(columns[k].name, name) == 0) found = &columns[k];
    if (!found) {
      fprintf(stderr, "error: unknown user-defined format specifier \"%s\"\n", name);
      exit(1);
    }
    if (shown_count == COLUMNS_MAX) give_up(1, "too many columns");
    headings[shown_count] = heading ? heading : found->heading;
    shown[shown_count++] = found;
  }
}

static void show_format(const char *format) {
  char *copy = strdup(format);
  shown_count = 0;
  show_columns(copy);
  free(copy);
}

static int among(pid_t pid, const pid_t *list, int count) {
  for (int i = 0; i < count; i++)
    if (list[i] == pid) return 1;
  return 0;
}

static int chosen(const struct process *process, const struct process *own) {
  if (everything) return 1;
  if (pid_count + parent_count + name_count > 0) {
    int named = among(process->pid, pids, pid_count) || among(process->parent, parents, parent_count);
    for (int i = 0; i < name_count; i++) named |= strcmp(names[i], process->name) == 0;
    return named;
  }
  if (process->user != getuid() && !every_user) return 0;
  if (process->terminal == 0 && process->session != own->session && !any_terminal) return 0;
  return every_user || any_terminal || process->session == own->session;
}

static void print_row(const struct process *process) {
  char text[2048];
  for (int i = 0; i < shown_count; i++) {
    int last = i + 1 == shown_count, width = shown[i]->width;
    if (process) shown[i]->text(process, text, sizeof text);
    else snprintf(text, sizeof text, "%s", headings[i]);
    if (last && width < 0) width = 0;
    printf("%*s%s", width, text, last ? "\n" : " ");
  }
}

static void read_numbers(char *text, pid_t *list, int *count) {
  for (char *item = strtok(text, ", "); item; item = strtok(NULL, ", ")) {
    char *end;
    long number = strtol(item, &end, 10);
    if (*end != '\0' || number <= 0) {
      fprintf(stderr, "error: process ID list syntax error\n");
      exit(1);
    }
    if (*count < CHOSEN_MAX) list[(*count)++] = (pid_t)number;
  }
}

/* Letters without a dash, as BSD had them. */
static void take_bsd(const char *letters) {
  for (; *letters; letters++) {
    switch (*letters) {
      case 'a': every_user = 1; break;
      case 'x': any_terminal = 1; break;
      case 'u': show_format("user,pid,%cpu,%mem,vsz,rss,tname,stat,start,bsdtime,command"); break;
      case 'j': show_format("ppid,pid,pgid,sid,tname,tpgid,stat,uid,bsdtime,command"); break;
      case 'l': show_format("f,uid,pid,ppid,pri,ni,vsz,rss,wchan,stat,tname,bsdtime,command"); break;
      case 'f':
      case 'w': break;
      default:
        fprintf(stderr, "error: unsupported option (BSD syntax)\n");
        exit(1);
    }
  }
  if (shown_count == 0) show_format("pid,tname,stat,bsdtime,command");
  if (every_user && any_terminal) everything = 1;
}

static void take_option(int option) {
  switch (option) {
    case 'e':
    case 'A': everything = 1; break;
    case 'f': show_format("UIDNAME,pid,ppid,c,stime,tname,time,cmd"); break;
    case 'l': show_format("f,s,uid,pid,ppid,c,pri,ni,sz,wchan,tname,time,ucmd"); break;
    case 'j': show_format("pid,pgid,sid,tname,time,ucmd"); break;
    case 'o': show_columns(optarg); break;
    case 'p': read_numbers(optarg, pids, &pid_count); break;
    case 'P': read_numbers(optarg, parents, &parent_count); break;
    case 'C':
      if (name_count < CHOSEN_MAX) names[name_count++] = optarg;
      break;
    case 'u': every_user = strcmp(optarg, user_name(getuid())) != 0; any_terminal = 1; break;
    case 'w':
    case 'H': break;
    default: bad_option(1);
  }
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--no-headers") == 0 || strcmp(argv[i], "--no-heading") == 0) {
      no_heading = 1;
      argv[i] = "-w";
    } else if (strcmp(argv[i], "--ppid") == 0) {
      argv[i] = "-P";
    }
  }
  while ((option = getopt(argc, argv, "eAfljo:p:P:C:u:wH")) != -1) take_option(option);
  for (int i = optind; i < argc; i++) {
    if (argv[i][0] >= '0' && argv[i][0] <= '9') read_numbers(argv[i], pids, &pid_count);
    else take_bsd(argv[i]);
  }
  if (shown_count == 0) show_format("pid,tname,time,ucmd");
  int count, any = 0, all_empty = 1;
  struct process *list = list_processes(&count);
  now = now_ticks();
  const struct process *own = list;
  for (int i = 0; i < count; i++)
    if (list[i].pid == getpid()) own = &list[i];
  for (int i = 0; i < shown_count; i++) all_empty &= headings[i][0] == '\0';
  if (!no_heading && !all_empty) print_row(NULL);
  for (int i = 0; i < count; i++) {
    if (!chosen(&list[i], own)) continue;
    print_row(&list[i]);
    any = 1;
  }
  free_processes(list, count);
  return finish_output() || !any;
}
