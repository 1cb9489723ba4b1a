#include "process-list.h"
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "complain.h"

/* All of a small file; the length. */
static size_t read_all(const char *path, char *to, size_t max) {
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  size_t n = fread(to, 1, max - 1, file);
  fclose(file);
  to[n] = '\0';
  return n;
}

static void read_command(struct process *process, const char *folder) {
  char path[300], text[2048];
  snprintf(path, sizeof path, "%s/cmdline", folder);
  size_t n = read_all(path, text, sizeof text);
  while (n > 0 && text[n - 1] == '\0') n--;
  for (size_t i = 0; i < n; i++)
    if (text[i] == '\0') text[i] = ' ';
  text[n] = '\0';
  if (n == 0) snprintf(text, sizeof text, process->state == 'Z' ? "[%s] <defunct>" : process->pid == 1 ? "%s" : "[%s]", process->name);
  process->command = strdup(text);
}

/* proc(5): pid (name) state ppid pgrp session tty tpgid flags ... */
static int read_process(struct process *process, const char *folder) {
  char path[300], text[1024];
  snprintf(path, sizeof path, "%s/stat", folder);
  if (read_all(path, text, sizeof text) == 0) return 0;
  char *open = strchr(text, '('), *close = strrchr(text, ')');
  if (!open || !close) return 0;
  memset(process, 0, sizeof *process);
  process->pid = atoi(text);
  snprintf(process->name, sizeof process->name, "%.*s", (int)(close - open - 1), open + 1);
  sscanf(close + 2, "%c %d %d %d %d %d %*u %*u %*u %*u %*u %ld %ld %*d %*d %d %d %d %*d %ld %ld %ld", &process->state,
         &process->parent, &process->group, &process->session, &process->terminal, &process->foreground,
         &process->user_ticks, &process->system_ticks, &process->priority, &process->nice, &process->threads,
         &process->start_ticks, &process->virtual_bytes, &process->resident_pages);
  struct stat about;
  if (stat(folder, &about) == 0) process->user = about.st_uid;
  read_command(process, folder);
  return 1;
}

static int by_pid(const void *a, const void *b) {
  return ((const struct process *)a)->pid - ((const struct process *)b)->pid;
}

struct process *list_processes(int *count) {
  struct process *list = NULL;
  *count = 0;
  DIR *directory = opendir("/proc");
  if (!directory) give_up(1, "cannot read /proc");
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    char folder[280];
    snprintf(folder, sizeof folder, "/proc/%s", entry->d_name);
    list = more_memory(list, (unsigned long)(*count + 1) * sizeof *list);
    if (read_process(&list[*count], folder)) ++*count;
  }
  closedir(directory);
  qsort(list, (size_t)*count, sizeof *list, by_pid);
  return list;
}

void free_processes(struct process *list, int count) {
  for (int i = 0; i < count; i++) free(list[i].command);
  free(list);
}

long now_ticks(void) {
  char text[64];
  if (read_all("/proc/uptime", text, sizeof text) == 0) return 0;
  return (long)(atof(text) * 100 + 0.5);
}

long boot_seconds(void) {
  char text[4096];
  read_all("/proc/stat", text, sizeof text);
  const char *found = strstr(text, "btime ");
  return found ? atol(found + 6) : 0;
}

long memory_kilobytes(const char *name) {
  char text[2048], *found;
  read_all("/proc/meminfo", text, sizeof text);
  found = strstr(text, name);
  return found && found[strlen(name)] == ':' ? atol(found + strlen(name) + 1) : 0;
}
