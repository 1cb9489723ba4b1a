/* Operators on _Atomic objects of all kinds: the same values as of plain ones, and wrapping. */
#include <limits.h>
#include <stdio.h>

struct pair {
  int a, b;
};

_Atomic int count;
_Atomic(long) total = 5;
_Atomic unsigned char small = 250;
_Atomic short narrow = SHRT_MAX;
_Atomic _Bool flag;
_Atomic double real = 1.5;
_Atomic float single = 0.25f;
int numbers[8] = {0, 1, 2, 3, 4, 5, 6, 7};
int *_Atomic cursor = numbers;
_Atomic struct pair both = {1, 2};
struct holder {
  char tag;
  _Atomic int value;
  _Atomic struct pair pair;
} holder = {'x', 7, {3, 4}};
enum color { RED, GREEN, BLUE };
_Atomic enum color color = GREEN;

static int calls;
static int five(void) {
  calls++;
  return 5;
}

int main(void) {
  printf("%d ", count++);
  printf("%d ", ++count);
  printf("%d ", count--);
  printf("%d\n", --count);
  count += 10;
  count -= 3;
  count *= 6;
  count /= 4;
  count %= 7;
  count <<= 4;
  count >>= 1;
  count |= 0x81;
  count &= 0xf0f;
  count ^= 0xff;
  printf("count %d\n", count);
  printf("%ld\n", total += five());
  total *= five() + count;
  printf("%ld %d\n", total, calls);
  printf("%d ", small++);
  printf("%d ", small += 10);
  printf("%d\n", small -= 1);
  narrow++;
  printf("%d\n", narrow);
  flag = 17;
  printf("%d\n", flag);
  flag ^= 1;
  printf("%d\n", flag);
  flag |= 4;
  flag++;
  printf("%d ", flag--);
  printf("%d\n", flag);
  real *= 4;
  real++;
  real -= 0.5;
  printf("%g ", real);
  printf("%g\n", real /= 2);
  single += 1;
  printf("%g\n", single);
  cursor++;
  cursor += 4;
  printf("%d ", *cursor--);
  printf("%d %d %d\n", *cursor, cursor[-1], (int)(cursor - numbers));
  struct pair p = both;
  p.a = 40;
  both = p;
  struct pair q = both = (struct pair){p.a + 1, p.b + 1};
  printf("%d %d\n", q.a, q.b);
  holder.value += holder.tag;
  struct holder *h = &holder;
  h->value--;
  q = h->pair;
  printf("%d %d %d\n", holder.value, q.a, q.b);
  color++;
  printf("%d %d\n", color, color == BLUE);
  _Atomic int local = INT_MAX;
  local++;
  printf("%d\n", local == INT_MIN);
  _Atomic int *where = &local;
  *where = 3;
  (*where)++;
  int plain = *where * 2;
  printf("%d ", plain);
  printf("%d\n", (local = 9) + 1);
  _Atomic unsigned long long big = 1;
  big <<= 40;
  big -= 1;
  printf("%llx\n", big);
  _Atomic int row[3] = {1, 2, 3};
  for (int k = 0; k < 3; k++) row[k] += row[(k + 1) % 3];
  printf("%d %d %d\n", row[0], row[1], row[2]);
  printf("%d %d\n", (int)_Generic(local, int: 1, default: 2), (int)sizeof(both));
  printf("%d %d\n", (int)_Alignof(_Atomic struct pair), (int)sizeof(_Atomic(char)));
  volatile _Atomic int v = 4;
  v *= v;
  printf("%d\n", v);
  return 0;
}
