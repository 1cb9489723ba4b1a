/* stat(1): what the inode says; -c FORMAT with %n %s %a %A %F %i %h %u %U %g %G %X %Y %Z %b %B; -L follows links. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "accounts.h"
#include "complain.h"
#include "file-modes.h"

static const char *kind_of(const struct stat *about) {
  if (S_ISDIR(about->st_mode)) return "directory";
  if (S_ISLNK(about->st_mode)) return "symbolic link";
  if (S_ISFIFO(about->st_mode)) return "fifo";
  if (S_ISCHR(about->st_mode)) return "character special file";
  if (S_ISSOCK(about->st_mode)) return "socket";
  return about->st_size == 0 ? "regular empty file" : "regular file";
}

static void print_time(const char *name, struct timespec when) {
  char text[40];
  strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", localtime(&when.tv_sec));
  printf("%s: %s.%09ld +0000\n", name, text, when.tv_nsec);
}

static void print_all(const char *name, const struct stat *about) {
  char mode[11], target[4096];
  ssize_t n = S_ISLNK(about->st_mode) ? readlink(name, target, sizeof target) : -1;
  printf("  File: %s", name);
  if (n >= 0) printf(" -> %.*s", (int)n, target);
  printf("\n  Size: %-10ld\tBlocks: %-10ld IO Block: %-6ld %s\n", about->st_size, about->st_blocks, about->st_blksize, kind_of(about));
  printf("Device: %lu,%lu\tInode: %-11lu Links: %lu\n", about->st_dev >> 8, about->st_dev & 255, about->st_ino, about->st_nlink);
  printf("Access: (%04o/%s)  Uid: (%5u/%8s)   Gid: (%5u/%8s)\n", about->st_mode & 07777, mode_text(about->st_mode, mode),
         about->st_uid, user_name(about->st_uid), about->st_gid, group_name(about->st_gid));
  print_time("Access", about->st_atim);
  print_time("Modify", about->st_mtim);
  print_time("Change", about->st_ctim);
  puts(" Birth: -");
}

static void print_one(char directive, const char *name, const struct stat *about) {
  char mode[11];
  switch (directive) {
    case 'n': fputs(name, stdout); break;
    case 's': printf("%ld", about->st_size); break;
    case 'a': printf("%o", about->st_mode & 07777); break;
    case 'A': fputs(mode_text(about->st_mode, mode), stdout); break;
    case 'F': fputs(kind_of(about), stdout); break;
    case 'i': printf("%lu", about->st_ino); break;
    case 'h': printf("%lu", about->st_nlink); break;
    case 'u': printf("%u", about->st_uid); break;
    case 'U': fputs(user_name(about->st_uid), stdout); break;
    case 'g': printf("%u", about->st_gid); break;
    case 'G': fputs(group_name(about->st_gid), stdout); break;
    case 'X': printf("%ld", about->st_atim.tv_sec); break;
    case 'Y': printf("%ld", about->st_mtim.tv_sec); break;
    case 'Z': printf("%ld", about->st_ctim.tv_sec); break;
    case 'b': printf("%ld", about->st_blocks); break;
    case 'B': fputs("512", stdout); break;
    case '%': putchar('%'); break;
    default: putchar('?');
  }
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  const char *format = NULL;
  int follow = 0, option;
  while ((option = getopt(argc, argv, "c:L")) != -1) {
    if (option == '?') bad_option(1);
    if (option == 'c') format = optarg;
    else follow = 1;
  }
  if (optind == argc) missing_operand(argc, argv, argc);
  for (int i = optind; i < argc; i++) {
    struct stat about;
    if ((follow ? stat(argv[i], &about) : lstat(argv[i], &about)) < 0) {
      complain_errno("cannot statx '%s'", argv[i]);
      continue;
    }
    if (!format) {
      print_all(argv[i], &about);
      continue;
    }
    for (const char *at = format; *at; at++) {
      if (*at == '%' && at[1]) print_one(*++at, argv[i], &about);
      else putchar(*at);
    }
    putchar('\n');
  }
  return finish_output();
}
