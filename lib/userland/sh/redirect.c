/* Redirections (XCU 2.7), and putting descriptors back after a builtin or a compound command. */
#include "shell.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SAVED_FROM = 10 };

struct saved_descriptors {
  int fd, copy; /* copy -1: it was closed */
  struct saved_descriptors *next;
};

static const char *open_failure(bool creates) {
  if (errno == ENOENT) return creates ? "Directory nonexistent" : "No such file";
  return strerror(errno);
}

static int open_target(const struct redirect *redirect, const char *path) {
  int flags = O_RDONLY;
  bool creates = true;
  switch (redirect->kind) {
    case REDIRECT_IN:
      creates = false;
      break;
    case REDIRECT_BOTH:
      flags = O_RDWR | O_CREAT;
      break;
    case REDIRECT_APPEND:
    case REDIRECT_ALL_APPEND:
      flags = O_WRONLY | O_CREAT | O_APPEND;
      break;
    default:
      flags = O_WRONLY | O_CREAT | O_TRUNC;
  }
  struct stat about;
  if (redirect->kind == REDIRECT_OUT && options.no_clobber && stat(path, &about) == 0 && S_ISREG(about.st_mode)) {
    complain("cannot create %s: File exists", path);
    return -1;
  }
  int fd = open(path, flags, 0666);
  if (fd < 0) complain("cannot %s %s: %s", creates ? "create" : "open", path, open_failure(creates));
  return fd;
}

/* The text through a pipe; what doesn't fit into one is written by a child. */
static int open_here_document(const struct redirect *redirect) {
  const char *text = expand_here_document(redirect->body);
  size_t n = strlen(text);
  int ends[2];
  if (pipe(ends) < 0) {
    complain("Pipe call failed");
    return -1;
  }
  if (n <= 4096) {
    write(ends[1], text, n);
  } else if (fork() == 0) {
    close(ends[0]);
    signal(SIGPIPE, SIG_DFL);
    while (n > 0) {
      ssize_t written = write(ends[1], text, n);
      if (written <= 0) break;
      text += written;
      n -= (size_t)written;
    }
    _exit(0);
  }
  close(ends[1]);
  return ends[0];
}

static void save_descriptor(int fd, struct saved_descriptors **saved) {
  if (!saved) return;
  for (struct saved_descriptors *at = *saved; at; at = at->next)
    if (at->fd == fd) return;
  struct saved_descriptors *entry = own_memory(NULL, sizeof *entry);
  entry->fd = fd;
  entry->copy = fcntl(fd, F_DUPFD_CLOEXEC, SAVED_FROM);
  entry->next = *saved;
  *saved = entry;
}

static void move_descriptor(int from, int to) {
  if (from == to) return;
  dup2(from, to);
  close(from);
}

/* n>&m, n>&- */
static bool same_as(int fd, const char *word) {
  if (strcmp(word, "-") == 0) {
    close(fd);
    return true;
  }
  char *end;
  long from = strtol(word, &end, 10);
  if (*word < '0' || *word > '9' || *end != '\0') fail(2, "Syntax error: Bad fd number");
  if (from == fd ? fcntl(fd, F_GETFD) < 0 : dup2((int)from, fd) < 0) {
    complain("%ld: %s", from, strerror(EBADF));
    return false;
  }
  return true;
}

static bool redirect_one(const struct redirect *redirect, struct saved_descriptors **saved) {
  bool reads = redirect->kind == REDIRECT_IN || redirect->kind == REDIRECT_BOTH || redirect->kind == REDIRECT_HERE ||
               redirect->kind == REDIRECT_SAME_IN;
  int fd = redirect->fd >= 0 ? redirect->fd : reads ? 0 : 1;
  bool all = redirect->kind == REDIRECT_ALL || redirect->kind == REDIRECT_ALL_APPEND;
  if (redirect->kind == REDIRECT_SAME_IN || redirect->kind == REDIRECT_SAME_OUT) {
    const char *word = expand_to_text(redirect->target->parts);
    save_descriptor(fd, saved);
    return same_as(fd, word);
  }
  int opened = redirect->kind == REDIRECT_HERE ? open_here_document(redirect)
                                               : open_target(redirect, expand_to_text(redirect->target->parts));
  if (opened < 0) return false;
  /* Not over the descriptor that was just opened, should it be the target itself. */
  if (opened != fd) save_descriptor(fd, saved);
  else if (saved) {
    struct saved_descriptors *entry = own_memory(NULL, sizeof *entry);
    entry->fd = fd;
    entry->copy = -1;
    entry->next = *saved;
    *saved = entry;
  }
  move_descriptor(opened, fd);
  if (all) {
    save_descriptor(2, saved);
    dup2(fd, 2);
  }
  return true;
}

/* In order. `saved` null: for good. False: it failed, was told, and what was done is undone. */
bool redirect(const struct redirect *redirects, struct saved_descriptors **saved) {
  if (redirects) fflush(stdout);
  for (; redirects; redirects = redirects->next) {
    if (redirect_one(redirects, saved)) continue;
    if (saved) {
      restore_descriptors(*saved);
      *saved = NULL;
    }
    return false;
  }
  return true;
}

void restore_descriptors(struct saved_descriptors *saved) {
  if (saved) fflush(stdout);
  while (saved) {
    struct saved_descriptors *next = saved->next;
    if (saved->copy < 0) close(saved->fd);
    else move_descriptor(saved->copy, saved->fd);
    free(saved);
    saved = next;
  }
}

/* exec: the redirections stay. */
void forget_descriptors(struct saved_descriptors *saved) {
  while (saved) {
    struct saved_descriptors *next = saved->next;
    if (saved->copy >= 0) close(saved->copy);
    free(saved);
    saved = next;
  }
}
