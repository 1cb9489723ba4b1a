/* What the calls on names answer when something is in the way. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void tell(const char *what, int result) {
  printf("%-30s %s\n", what, result < 0 ? strerror(errno) : "ok");
}

static void make(const char *path) {
  close(open(path, O_CREAT | O_WRONLY, 0644));
}

int main(void) {
  char place[] = "/tmp/namesXXXXXX";
  struct stat about;
  if (!mkdtemp(place) || chdir(place) < 0) return 1;
  make("f");
  make("g");
  mkdir("d", 0755);
  mkdir("full", 0755);
  make("full/x");
  tell("open missing", open("none", O_RDONLY));
  tell("open exclusive", open("f", O_CREAT | O_EXCL, 0644));
  tell("open directory to write", open("d", O_WRONLY));
  tell("open directory to read", open("d", O_RDONLY));
  tell("O_DIRECTORY of a file", open("f", O_RDONLY | O_DIRECTORY));
  tell("file as directory", open("f/x", O_RDONLY));
  tell("create under missing", open("none/x", O_CREAT | O_WRONLY, 0644));
  tell("create with slash", open("new/", O_CREAT | O_WRONLY, 0644));
  tell("open empty", open("", O_RDONLY));
  tell("mkdir existing", mkdir("d", 0755));
  tell("mkdir over file", mkdir("f", 0755));
  tell("mkdir with slash", mkdir("d2/", 0755));
  tell("rmdir full", rmdir("full"));
  tell("rmdir file", rmdir("f"));
  tell("rmdir .", rmdir("d/."));
  tell("rmdir ..", rmdir("d/.."));
  tell("rmdir missing", rmdir("none"));
  tell("unlink missing", unlink("none"));
  tell("unlink directory", unlink("d"));
  tell("link missing", link("none", "h"));
  tell("link over", link("f", "g"));
  tell("link", link("f", "h"));
  stat("f", &about);
  printf("links %lu\n", (unsigned long)about.st_nlink);
  tell("rename missing", rename("none", "x"));
  tell("rename onto itself", rename("f", "f"));
  tell("rename onto same inode", rename("f", "h"));
  tell("both names stay", access("f", F_OK) + access("h", F_OK));
  tell("rename over file", rename("g", "h"));
  tell("g is gone", access("g", F_OK));
  tell("file over directory", rename("f", "d"));
  tell("directory over file", rename("d", "f"));
  tell("directory over full", rename("d", "full"));
  tell("directory over empty", rename("full", "d"));
  tell("x moved along", access("d/x", F_OK));
  tell("into itself", rename("d", "d/sub"));
  mkdir("deep", 0755), mkdir("deep/er", 0755);
  stat("deep", &about);
  printf("a directory with one in it has %lu links\n", (unsigned long)about.st_nlink);
  tell("chdir file", chdir("f"));
  tell("chdir", chdir("deep/er"));
  tell("above", access("../../f", F_OK));
  chdir("../..");
  tell("working directory removed", (mkdir("gone", 0755), chdir("gone"), rmdir("../gone")));
  tell("create in it", open("y", O_CREAT | O_WRONLY, 0644));
  char cwd[256];
  printf("getcwd %s\n", getcwd(cwd, sizeof cwd) ? "found" : strerror(errno));
  chdir(place);
  printf("getcwd too small: %s\n", getcwd(cwd, 4) ? "found" : strerror(errno));
  char name[300];
  memset(name, 'n', 256), name[256] = 0;
  tell("name of 256", open(name, O_CREAT | O_WRONLY, 0644));
  name[255] = 0;
  tell("name of 255", open(name, O_CREAT | O_WRONLY, 0644));
  unlink(name);
  unlink("f"), unlink("h"), unlink("d/x"), rmdir("d"), rmdir("d2"), rmdir("deep/er"), rmdir("deep");
  tell("clean", rmdir(place));
  return 0;
}
