#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <sys/wait.h>
int global = 6;
int main(void) {
  int var = 88;
  int fd = open("shared.txt", O_RDWR | O_CREAT | O_TRUNC, 0600);
  write(fd, "abcdef", 6);
  lseek(fd, 0, SEEK_SET);
  char c;
  pid_t pid = fork();
  if (pid == 0) {
    read(fd, &c, 1);
    global++;
    var++;
    read(fd, &c, 1);
    _exit(c);
  }
  int st;
  wait(&st);
  read(fd, &c, 1);
  printf("child %c parent %c, glob %d var %d\n", WEXITSTATUS(st), c, global, var);
  int f2 = open("shared.txt", O_RDONLY), f3 = dup(f2);
  read(f2, &c, 1);
  read(f2, &c, 1);
  printf("%c", c);
  read(f3, &c, 1);
  printf("%c", c);
  dup2(fd, f2);
  read(f2, &c, 1);
  printf("%c\n", c);
  int app = open("shared.txt", O_WRONLY | O_APPEND);
  for (int i = 0; i < 3; i++) if (fork() == 0) {
    char b[8];
    sprintf(b, "<%d>", i);
    write(app, b, 3);
    _exit(0);
  } while (wait(0) > 0) ;
  printf("%ld\n", (long)lseek(app, 0, SEEK_END));
  printf("%d %d\n", fcntl(app, F_GETFL) & O_APPEND ? 1 : 0, fcntl(app, F_GETFD));
  fcntl(app, F_SETFD, FD_CLOEXEC);
  fflush(stdout);
  if (fork() == 0) {
    char cmd[64];
    sprintf(cmd, "echo x >&%d", app);
    int s = system("true");
    execlp("sh", "sh", "-c", "echo closed >/dev/null", NULL);
  }
  wait(0);
  unlink("shared.txt");
  return 0;
}
