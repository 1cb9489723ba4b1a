/* pstree(1): the tree of processes; -p shows numbers, -a arguments, -A draws in ASCII; from a pid. Equal leaves are counted: 3*[sleep]. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"
#include "process-list.h"

static int numbers, arguments, ascii, compact = 1;
static struct process *list;
static int count;

struct lines {
  const char *alone, *first, *between, *last, *down;
};
static const struct lines plain = {"---", "-+-", " |-", " `-", " | "};
static const struct lines drawn = {"───", "─┬─", " ├─", " └─", " │ "};
static const struct lines *lines = &drawn;

static char *label_of(const struct process *process) {
  char text[2200];
  snprintf(text, sizeof text, "%s", arguments ? process->command : process->name);
  if (numbers && arguments) snprintf(text, sizeof text, "%s,%d%s", process->name, (int)process->pid, process->command + strcspn(process->command, " "));
  else if (numbers) snprintf(text, sizeof text, "%s(%d)", process->name, (int)process->pid);
  return strdup(text);
}

static int children_of(pid_t pid, int *children) {
  int n = 0;
  for (int i = 0; i < count; i++)
    if (list[i].parent == pid && list[i].pid != pid) children[n++] = i;
  /* By name, then by number, as pstree does. */
  for (int i = 1; i < n; i++)
    for (int k = i; k > 0 && strcmp(list[children[k - 1]].name, list[children[k]].name) > 0; k--) {
      int other = children[k];
      children[k] = children[k - 1];
      children[k - 1] = other;
    }
  return n;
}

static int same_tree(int a, int b) {
  if (strcmp(list[a].name, list[b].name) != 0) return 0;
  int *x = more_memory(NULL, (unsigned long)count * sizeof *x), *y = more_memory(NULL, (unsigned long)count * sizeof *y);
  int n = children_of(list[a].pid, x), m = children_of(list[b].pid, y), same = n == m;
  for (int i = 0; same && i < n; i++) same = same_tree(x[i], y[i]);
  free(x);
  free(y);
  return same;
}

/* `prefix` is what stands before the lines below this one. */
static void show(int index, const char *prefix, int times, const char *closing) {
  char *label = label_of(&list[index]);
  char text[2300], brackets[64];
  snprintf(text, sizeof text, "%s", label);
  free(label);
  int written = 0;
  if (times > 1) written = printf("%d*[", times);
  written += printf("%s", text);
  snprintf(brackets, sizeof brackets, "%s%s", times > 1 ? "]" : "", closing);
  int *children = more_memory(NULL, (unsigned long)(count + 1) * sizeof *children);
  int n = children_of(list[index].pid, children);
  if (n == 0) printf("%s\n", brackets);
  if (n > 0 && arguments) putchar('\n');
  int total = n;
  for (int i = 0; i < n;) {
    int equal = 1;
    while (compact && !numbers && !arguments && i + equal < n && same_tree(children[i], children[i + equal])) equal++;
    int is_last = i + equal >= n;
    char below[2048];
    if (arguments) {
      printf("%s%s", prefix, is_last ? lines->last + 0 : lines->between);
      snprintf(below, sizeof below, "%s%s", prefix, is_last ? "   " : lines->down);
    } else {
      if (i == 0) printf("%s", is_last ? lines->alone : lines->first);
      else printf("%s%*s%s", prefix, written, "", is_last ? lines->last : lines->between);
      int indent = written + (equal > 1 && 0);
      snprintf(below, sizeof below, "%s%*s%s", prefix, indent, "", total == equal || is_last ? "   " : lines->down);
      if (equal > 1) snprintf(below + strlen(below), sizeof below - strlen(below), "%s", "");
    }
    show(children[i], below, equal, brackets);
    i += equal;
  }
  free(children);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "pacAUlns")) != -1) {
    switch (option) {
      case 'p': numbers = 1; break;
      case 'a': arguments = 1; break;
      case 'c': compact = 0; break;
      case 'A': ascii = 1; break;
      case 'U':
      case 'l':
      case 'n':
      case 's': break;
      default: bad_option(1);
    }
  }
  if (ascii || !isatty(1)) lines = &plain;
  pid_t root = optind < argc ? (pid_t)atol(argv[optind]) : 1;
  list = list_processes(&count);
  for (int i = 0; i < count; i++) {
    if (list[i].pid != root) continue;
    show(i, "", 1, "");
    free_processes(list, count);
    return finish_output();
  }
  return 1;
}
