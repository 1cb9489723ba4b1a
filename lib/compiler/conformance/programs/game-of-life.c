#include <stdio.h>
#include <string.h>
enum { W = 16, H = 10 };
static char now[H][W], then[H][W];
static int alive(int y, int x) { return now[(y + H) % H][(x + W) % W] == '#'; }
int main(void) {
  memset(now, '.', sizeof now);
  const char *glider[] = {".#.", "..#", "###"};
  for (int y = 0; y < 3; y++) memcpy(&now[y][1], glider[y], 3);
  for (int g = 0; g < 30; g++) {
    for (int y = 0; y < H; y++) for (int x = 0; x < W; x++) {
      int n = 0;
      for (int dy = -1; dy <= 1; dy++) for (int dx = -1; dx <= 1; dx++) if (dy || dx) n += alive(y + dy, x + dx);
      then[y][x] = n == 3 || (n == 2 && alive(y, x)) ? '#' : '.';
    }
    memcpy(now, then, sizeof now);
  }
  for (int y = 0; y < H; y++) printf("%.*s\n", W, now[y]);
  return 0;
}
