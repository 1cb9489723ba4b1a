#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <sys/wait.h>
int main(void) {
  char line[128];
  int n = 0;
  FILE *p = popen("echo one; echo two; echo three | tr a-z A-Z", "r");
  while (fgets(line, sizeof line, p)) printf("%d: %s", ++n, line);
  printf("pclose %d\n", pclose(p));
  fflush(stdout);
  p = popen("sort -n", "w");
  for (int i = 5; i > 0; i--) fprintf(p, "%d\n", i * 7 % 11);
  printf("pclose %d\n", WEXITSTATUS(pclose(p)));
  fflush(stdout);
  int s = system("exit 3");
  printf("system: exited %d with %d\n", WIFEXITED(s), WEXITSTATUS(s));
  s = system("kill -9 $$");
  printf("system: signalled %d by %d\n", WIFSIGNALED(s), WTERMSIG(s));
  printf("shell there: %d\n", system(NULL) != 0);
  s = system("nosuchcommand_x 2>/dev/null");
  printf("not found: %d\n", WEXITSTATUS(s));
  fflush(stdout);
  system("for i in 1 2 3; do echo item $i; done; x=5; echo $((x*x)); test -d / && echo dir");
  system("echo a b c > f.txt; wc -w < f.txt; cat f.txt | while read x y; do echo \"$y-$x\"; done; rm f.txt");
  system("if [ 3 -gt 2 ]; then echo more; else echo less; fi; case abc in a*) echo starts;; esac");
  p = popen("exit 5", "r");
  printf("EOF at once %d\n", fgetc(p) == EOF);
  printf("%d\n", WEXITSTATUS(pclose(p)));
  return 0;
}
