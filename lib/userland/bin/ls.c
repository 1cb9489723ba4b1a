/* ls(1): -a -A -l -n -1 -C -d -F -h -i -r -R -S -s -t -U -g -o; columns on a terminal. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "accounts.h"
#include "complain.h"
#include "file-modes.h"
#include "file-tree.h"

struct entry {
  char *name, *path;
  struct stat about;
};

static int all, almost_all, details, one_a_line, columns, only_folders, marks, human, inodes, backwards, recursive;
static int blocks, numbers, no_owner, no_group, serious;
static int order = 'n'; /* n name, t time, S size, U none */

static int compare(const void *p, const void *q) {
  const struct entry *a = p, *b = q;
  int result = 0;
  if (order == 't') {
    if (a->about.st_mtim.tv_sec != b->about.st_mtim.tv_sec) result = a->about.st_mtim.tv_sec > b->about.st_mtim.tv_sec ? -1 : 1;
    else if (a->about.st_mtim.tv_nsec != b->about.st_mtim.tv_nsec) result = a->about.st_mtim.tv_nsec > b->about.st_mtim.tv_nsec ? -1 : 1;
  } else if (order == 'S' && a->about.st_size != b->about.st_size) {
    result = a->about.st_size > b->about.st_size ? -1 : 1;
  }
  if (result == 0) result = strcmp(a->name, b->name);
  return backwards ? -result : result;
}

static char mark_of(const struct stat *about) {
  if (!marks) return '\0';
  if (S_ISDIR(about->st_mode)) return '/';
  if (S_ISLNK(about->st_mode)) return details ? '\0' : '@';
  if (S_ISFIFO(about->st_mode)) return '|';
  if (S_ISSOCK(about->st_mode)) return '=';
  return about->st_mode & 0111 ? '*' : '\0';
}

static void print_name(const struct entry *entry) {
  fputs(entry->name, stdout);
  char mark = mark_of(&entry->about);
  if (mark) putchar(mark);
  char target[4096];
  ssize_t n = details && S_ISLNK(entry->about.st_mode) ? readlink(entry->path, target, sizeof target) : -1;
  if (n >= 0) printf(" -> %.*s", (int)n, target);
}

static const char *size_text(const struct stat *about, char *to, size_t max) {
  if (S_ISCHR(about->st_mode) || S_ISBLK(about->st_mode))
    snprintf(to, max, "%lu, %lu", about->st_rdev >> 8 & 0xfff, about->st_rdev & 0xff);
  else if (human) human_size(about->st_size, to, max);
  else snprintf(to, max, "%ld", about->st_size);
  return to;
}

static void print_time(time_t when) {
  char text[32];
  time_t now = time(NULL);
  int recent = when <= now && when > now - 31556952 / 2;
  strftime(text, sizeof text, recent ? "%b %e %H:%M" : "%b %e  %Y", localtime(&when));
  fputs(text, stdout);
}

static const char *owner_of(const struct stat *about, char *number) {
  snprintf(number, 16, "%u", about->st_uid);
  return numbers ? number : user_name(about->st_uid);
}

static const char *group_of(const struct stat *about, char *number) {
  snprintf(number, 16, "%u", about->st_gid);
  return numbers ? number : group_name(about->st_gid);
}

static void widen(int *width, const char *text) {
  if ((int)strlen(text) > *width) *width = (int)strlen(text);
}

static void print_details(const struct entry *entries, int count) {
  int links = 1, owner = 1, group = 1, size = 1, inode = 1, block = 1;
  char text[64];
  for (int i = 0; i < count; i++) {
    const struct stat *about = &entries[i].about;
    snprintf(text, sizeof text, "%lu", about->st_nlink);
    widen(&links, text);
    widen(&owner, owner_of(about, text));
    widen(&group, group_of(about, text));
    widen(&size, size_text(about, text, sizeof text));
    snprintf(text, sizeof text, "%lu", about->st_ino);
    widen(&inode, text);
    snprintf(text, sizeof text, "%ld", about->st_blocks / 2);
    widen(&block, text);
  }
  for (int i = 0; i < count; i++) {
    const struct stat *about = &entries[i].about;
    char mode[11];
    if (inodes) printf("%*lu ", inode, about->st_ino);
    if (blocks) printf("%*ld ", block, about->st_blocks / 2);
    printf("%s %*lu ", mode_text(about->st_mode, mode), links, about->st_nlink);
    if (!no_owner) printf("%-*s ", owner, owner_of(about, text));
    if (!no_group) printf("%-*s ", group, group_of(about, text));
    printf("%*s ", size, size_text(about, text, sizeof text));
    print_time(about->st_mtim.tv_sec);
    putchar(' ');
    print_name(&entries[i]);
    putchar('\n');
  }
}

static int width_of(const struct entry *entry) {
  return (int)strlen(entry->name) + (mark_of(&entry->about) != '\0');
}

static int line_width(void) {
  const char *text = getenv("COLUMNS");
  if (text && atoi(text) > 0) return atoi(text);
  struct winsize window;
  return ioctl(1, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 ? window.ws_col : 80;
}

/* As few rows as fit: down the columns, two blanks between them. */
static void print_columns(const struct entry *entries, int count) {
  int line = line_width();
  for (int rows = 1;; rows++) {
    int total = 0;
    for (int first = 0; first < count; first += rows) {
      int width = 0;
      for (int i = first; i < count && i < first + rows; i++)
        if (width_of(&entries[i]) > width) width = width_of(&entries[i]);
      total += width + (first + rows < count ? 2 : 0);
    }
    if (total > line && rows < count) continue;
    for (int row = 0; row < rows; row++) {
      for (int i = row; i < count; i += rows) {
        int first = i - row, width = 0;
        for (int k = first; k < count && k < first + rows; k++)
          if (width_of(&entries[k]) > width) width = width_of(&entries[k]);
        print_name(&entries[i]);
        if (i + rows < count) printf("%*s", width - width_of(&entries[i]) + 2, "");
      }
      putchar('\n');
    }
    return;
  }
}

static void print_entries(struct entry *entries, int count) {
  if (count == 0) return;
  if (order != 'U') qsort(entries, (size_t)count, sizeof *entries, compare);
  if (details) {
    print_details(entries, count);
  } else if (columns && !inodes && !blocks) {
    print_columns(entries, count);
  } else {
    for (int i = 0; i < count; i++) {
      if (inodes) printf("%lu ", entries[i].about.st_ino);
      if (blocks) printf("%ld ", entries[i].about.st_blocks / 2);
      print_name(&entries[i]);
      putchar('\n');
    }
  }
}

static void fail(const char *format, const char *path, int is_serious) {
  complain_errno(format, path);
  if (is_serious) serious = 1;
}

static int add(struct entry **entries, int *count, char *name, char *path) {
  struct entry entry = {.name = name, .path = path};
  if (lstat(path, &entry.about) < 0) {
    fail("cannot access '%s'", path, 0);
    return 0;
  }
  *entries = more_memory(*entries, (unsigned long)(*count + 1) * sizeof **entries);
  (*entries)[(*count)++] = entry;
  return 1;
}

static void list_folder(const char *path, int heading, int first) {
  int name_count, count = 0;
  char **names = names_in(path, &name_count);
  if (!names) {
    fail("cannot open directory '%s'", path, 1);
    return;
  }
  if (heading) printf("%s%s:\n", first ? "" : "\n", path);
  struct entry *entries = NULL;
  if (all && !almost_all) {
    add(&entries, &count, strdup("."), path_in(path, "."));
    add(&entries, &count, strdup(".."), path_in(path, ".."));
  }
  for (int i = 0; i < name_count; i++)
    if (all || almost_all || names[i][0] != '.') add(&entries, &count, strdup(names[i]), path_in(path, names[i]));
  if (details || blocks) {
    long total = 0;
    for (int i = 0; i < count; i++) total += entries[i].about.st_blocks;
    char text[32];
    if (human) human_size(total * 512, text, sizeof text);
    else snprintf(text, sizeof text, "%ld", total / 2);
    printf("total %s\n", text);
  }
  print_entries(entries, count);
  for (int i = 0; i < count; i++) {
    const char *name = entries[i].name;
    if (recursive && S_ISDIR(entries[i].about.st_mode) && strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
      list_folder(entries[i].path, 1, 0);
    free(entries[i].name);
    free(entries[i].path);
  }
  free(entries);
  free_names(names, name_count);
}

static void take_option(int option) {
  switch (option) {
    case 'a':
      all = 1;
      almost_all = 0;
      break;
    case 'A':
      almost_all = 1;
      break;
    case 'g':
      no_owner = details = 1;
      break;
    case 'o':
      no_group = details = 1;
      break;
    case 'n':
      numbers = details = 1;
      break;
    case 'l':
      details = 1;
      break;
    case '1':
      one_a_line = 1;
      break;
    case 'C':
      columns = 1;
      break;
    case 'd':
      only_folders = 1;
      break;
    case 'F':
      marks = 1;
      break;
    case 'h':
      human = 1;
      break;
    case 'i':
      inodes = 1;
      break;
    case 's':
      blocks = 1;
      break;
    case 'r':
      backwards = 1;
      break;
    case 'R':
      recursive = 1;
      break;
    case 't':
    case 'S':
    case 'U':
      order = option;
      break;
    default:
      bad_option(2);
  }
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  columns = isatty(1);
  while ((option = getopt(argc, argv, "aAlgon1CdFhisrRtSU")) != -1) take_option(option);
  if (one_a_line) columns = 0;
  static char *here[] = {".", NULL};
  char **operands = optind < argc ? argv + optind : here;
  int operand_count = optind < argc ? argc - optind : 1;
  struct entry *files = NULL;
  struct entry *folders = NULL;
  int file_count = 0, folder_count = 0;
  for (int i = 0; i < operand_count; i++) {
    struct stat about;
    int follows = !details && !only_folders && !marks;
    struct stat target;
    if (lstat(operands[i], &about) < 0) {
      fail("cannot access '%s'", operands[i], 1);
      continue;
    }
    int is_directory = S_ISDIR(about.st_mode) || (follows && S_ISLNK(about.st_mode) && stat(operands[i], &target) == 0 && S_ISDIR(target.st_mode));
    if (is_directory && !only_folders) add(&folders, &folder_count, operands[i], operands[i]);
    else add(&files, &file_count, operands[i], operands[i]);
  }
  print_entries(files, file_count);
  if (order != 'U' && folder_count > 0) qsort(folders, (size_t)folder_count, sizeof *folders, compare);
  for (int i = 0; i < folder_count; i++)
    list_folder(folders[i].path, operand_count > 1 || recursive, i == 0 && file_count == 0);
  free(files);
  free(folders);
  int failed = finish_output();
  return serious ? 2 : failed;
}
