#include <stdio.h>
struct player { char name[8]; int score; };
int main(void) {
  struct player p = {"", 100};
  const char *text = "Maximilian";
  for (int i = 0; i < 9; i++)
    p.name[i] = text[i]; // ERROR: out-of-bounds
  printf("%d\n", p.score);
  return 0;
}
