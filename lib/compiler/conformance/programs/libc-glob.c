/* glob on a small tree of files. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const files[] = {"a.c", "b.c", "c.h", ".hidden", "d1/x.c", "d1/y.txt", "d2/x.c", "we[ird"};

static void show(const char *pattern, int flags) {
  glob_t found;
  int result = glob(pattern, flags, NULL, &found);
  printf("%s %x: %d", pattern, flags, result);
  for (size_t i = 0; result == 0 && i < found.gl_pathc; i++) printf(" %s", found.gl_pathv[i]);
  putchar('\n');
  if (result == 0) globfree(&found);
}

int main(void) {
  char root[] = "libc-glob.tmp";
  mkdir(root, 0777);
  if (chdir(root) < 0) return 1;
  mkdir("d1", 0777);
  mkdir("d2", 0777);
  for (int i = 0; i < 8; i++) close(open(files[i], O_CREAT | O_WRONLY, 0666));
  show("*", 0);
  show("*.c", 0);
  show("*.[ch]", 0);
  show("?.c", 0);
  show("*/x.c", 0);
  show("d*/*", 0);
  show("d?", GLOB_MARK);
  show("*.none", 0);
  show("*.none", GLOB_NOCHECK);
  show("plain", GLOB_NOCHECK);
  show("a.c", 0);
  show(".h*", 0);
  show("{a,c}.?", GLOB_BRACE);
  show("*", GLOB_ONLYDIR);
  show("[!a-b].?", 0);
  show("we\\[ird", 0);
  show("./*.h", 0);
  show("nodir/*", 0);
  glob_t both;
  both.gl_offs = 2;
  glob("*.c", GLOB_DOOFFS, NULL, &both);
  glob("*.h", GLOB_DOOFFS | GLOB_APPEND, NULL, &both);
  printf("%zu %d %s %s\n", both.gl_pathc, both.gl_pathv[0] == NULL, both.gl_pathv[2], both.gl_pathv[both.gl_pathc + 1]);
  globfree(&both);
  for (int i = 0; i < 8; i++) unlink(files[i]);
  rmdir("d1");
  rmdir("d2");
  if (chdir("..") < 0) return 1;
  return rmdir(root);
}
