/* Files: write, read back, seek, append, binary. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  FILE *f = fopen("fy-test.txt", "w");
  if (!f) return 1;
  fprintf(f, "line %d\n", 1);
  fputs("line 2\n", f);
  fputc('x', f);
  fwrite("yz\n", 1, 3, f);
  printf("%ld\n", ftell(f));
  fclose(f);
  f = fopen("fy-test.txt", "a");
  fprintf(f, "appended\n");
  fclose(f);
  f = fopen("fy-test.txt", "r");
  char line[64];
  int n = 0;
  while (fgets(line, sizeof line, f)) {
    line[strcspn(line, "\n")] = 0;
    printf("%d:%s\n", ++n, line);
  }
  printf("%d %d\n", feof(f) != 0, ferror(f));
  rewind(f);
  int c = fgetc(f);
  ungetc('L', f);
  printf("%c%c\n", c, fgetc(f));
  fseek(f, -9, SEEK_END);
  fgets(line, sizeof line, f);
  printf("%s", line);
  fseek(f, 5, SEEK_SET);
  int k;
  printf("%d %d\n", fscanf(f, "%d", &k), k);
  fclose(f);
  f = fopen("fy-test.bin", "wb+");
  int v[5] = {1, 2, 3, 4, 5}, w[5] = {0};
  printf("%zu\n", fwrite(v, sizeof *v, 5, f));
  rewind(f);
  printf("%zu %d\n", fread(w, sizeof *w, 5, f), w[4]);
  printf("%zu\n", fread(w, sizeof *w, 5, f));
  fclose(f);
  unlink("fy-test.txt");
  unlink("fy-test.bin");
  printf("%d\n", fopen("fy-test.txt", "r") == NULL);
  return 0;
}
