/* Symbolic links: what follows them and what doesn't, loops, dangling ones. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *why(int result) {
  return result < 0 ? strerror(errno) : "ok";
}

int main(void) {
  char place[] = "/tmp/linksXXXXXX";
  char text[64];
  struct stat about;
  if (!mkdtemp(place) || chdir(place) < 0) return 1;
  int fd = open("file", O_CREAT | O_WRONLY, 0644);
  write(fd, "hello\n", 6);
  close(fd);
  printf("symlink %s\n", why(symlink("file", "link")));
  printf("again %s\n", why(symlink("other", "link")));
  ssize_t n = readlink("link", text, sizeof text);
  printf("readlink %zd %.*s\n", n, (int)n, text);
  n = readlink("link", text, 2);
  printf("readlink short %zd %.*s\n", n, (int)n, text);
  printf("readlink of a file: %s\n", why((int)readlink("file", text, sizeof text)));
  lstat("link", &about);
  printf("lstat: link %d size %ld\n", S_ISLNK(about.st_mode), (long)about.st_size);
  stat("link", &about);
  printf("stat: file %d size %ld\n", S_ISREG(about.st_mode), (long)about.st_size);
  printf("O_NOFOLLOW: %s\n", why(open("link", O_RDONLY | O_NOFOLLOW)));
  symlink("b", "a");
  symlink("a", "b");
  printf("loop: %s\n", why(open("a", O_RDONLY)));
  printf("lstat of the loop: %s\n", why(lstat("a", &about)));
  symlink("missing", "dangling");
  printf("open dangling: %s\n", why(open("dangling", O_RDONLY)));
  printf("mkdir dangling: %s\n", why(mkdir("dangling", 0755)));
  printf("exclusive: %s\n", why(open("dangling", O_CREAT | O_EXCL | O_WRONLY, 0644)));
  fd = open("dangling", O_CREAT | O_WRONLY, 0600);
  printf("create through it: %s, now there: %s\n", why(fd), why(access("missing", F_OK)));
  close(fd);
  mkdir("d", 0755);
  symlink("d", "dl");
  fd = open("dl/inner", O_CREAT | O_WRONLY, 0644);
  close(fd);
  printf("through a link to a directory: %s\n", why(access("d/inner", F_OK)));
  printf("rmdir of the link: %s\n", why(rmdir("dl")));
  printf("slash after a link to a file: %s\n", why(open("link/", O_RDONLY)));
  printf("unlink the link: %s, file: %s\n", why(unlink("link")), why(access("file", F_OK)));
  symlink("../d/inner", "d/up");
  printf("relative to where it lies: %s\n", why(access("d/up", F_OK)));
  char *real = realpath("dl/../d/./up", NULL);
  printf("realpath: %s\n", real ? real + strlen(place) : strerror(errno));
  free(real);
  printf("hard link to a link: %s\n", why(link("dl", "dl2")));
  lstat("dl2", &about);
  printf("is a link: %d, with %lu names\n", S_ISLNK(about.st_mode), (unsigned long)about.st_nlink);
  printf("empty target: %s\n", why(symlink("", "e")));
  unlink("a"), unlink("b"), unlink("dangling"), unlink("missing"), unlink("dl"), unlink("dl2");
  unlink("d/up"), unlink("d/inner"), unlink("file");
  printf("all gone: %s %s\n", why(rmdir("d")), why(rmdir(place)));
  return 0;
}
