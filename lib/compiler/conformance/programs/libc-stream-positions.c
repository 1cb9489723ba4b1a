/* Seeking, telling, pushing back and ends of files. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  FILE *s = tmpfile();
  for (int i = 0; i < 10000; i++) fprintf(s, "%04d\n", i);
  printf("%ld\n", ftell(s));
  static const long places[] = {0, 5, 4095, 4096, 4097, 25000, 49999, 50000};
  for (int i = 0; i < 8; i++) {
    fseek(s, places[i], SEEK_SET);
    printf("%ld: %d %ld\n", places[i], fgetc(s), ftell(s));
  }
  printf("eof %d error %d\n", feof(s) != 0, ferror(s) != 0);
  printf("%d %ld eof %d\n", fseek(s, -5, SEEK_END), ftell(s), feof(s) != 0);
  char line[20];
  printf("%s", fgets(line, sizeof line, s));
  printf("%d\n", fgets(line, sizeof line, s) == NULL);
  rewind(s);
  printf("%s", fgets(line, sizeof line, s));
  fseek(s, 10, SEEK_CUR);
  printf("%s", fgets(line, sizeof line, s));
  fpos_t place;
  fgetpos(s, &place);
  fseek(s, 0, SEEK_END);
  fsetpos(s, &place);
  printf("%s", fgets(line, sizeof line, s));
  printf("%d %c %ld\n", ungetc('x', s) == 'x', fgetc(s), ftell(s));
  ungetc('b', s);
  ungetc('a', s);
  printf("%ld %c%c%c\n", ftell(s), fgetc(s), fgetc(s), fgetc(s));
  ungetc('z', s);
  fseek(s, 0, SEEK_CUR);
  printf("%c\n", fgetc(s));
  fseek(s, 0, SEEK_END);
  printf("%d %d\n", fgetc(s), feof(s) != 0);
  ungetc('q', s);
  printf("%d %c %d\n", feof(s) != 0, fgetc(s), fgetc(s));
  printf("%d\n", ungetc(EOF, s));
  errno = 0;
  printf("%d", fseek(s, -1, SEEK_SET));
  printf(" %d", errno == EINVAL);
  printf(" %d", fseek(s, 0, 7));
  printf(" %d\n", errno == EINVAL);
  printf("%d %ld\n", fseeko(s, 60000, SEEK_SET), (long)ftello(s));
  fputc('!', s);
  fflush(s);
  fseek(s, 0, SEEK_END);
  printf("%ld\n", ftell(s));
  fseek(s, 55000, SEEK_SET);
  printf("%d\n", fgetc(s));
  /* Reading, then writing at the same place, then reading again. */
  fseek(s, 20, SEEK_SET);
  fgets(line, sizeof line, s);
  fseek(s, 0, SEEK_CUR);
  fputs("NEW!", s);
  fseek(s, 20, SEEK_SET);
  for (int i = 0; i < 3; i++) printf("%s", fgets(line, sizeof line, s));
  fclose(s);
  errno = 0;
  return 0;
}
