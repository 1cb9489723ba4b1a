/* Reading standard input: getchar, fgets, counting. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  char line[32];
  if (fgets(line, sizeof line, stdin)) printf("first: %s", line);
  int c, lines = 0, words = 0, characters = 0, inside = 0;
  int letters[26] = {0};
  while ((c = getchar()) != EOF) {
    characters++;
    if (c == '\n') lines++;
    if (isspace(c)) inside = 0;
    else if (!inside) {
      inside = 1;
      words++;
    }
    if (isalpha(c)) letters[tolower(c) - 'a']++;
  }
  printf("%d %d %d\n", lines, words, characters);
  for (int i = 0; i < 26; i++)
    if (letters[i]) printf("%c%d ", 'a' + i, letters[i]);
  printf("\n");
  printf("%d\n", getchar() == EOF);
  return 0;
}
