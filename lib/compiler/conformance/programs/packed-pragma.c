/* GNU C: #pragma pack, and bit-fields in packed records. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#pragma pack(push, 1)
struct one {
  char c;
  int i;
  double d;
};
#pragma pack(2)
struct two {
  char c;
  int i;
  double d;
};
#pragma pack(pop)
struct normal {
  char c;
  int i;
  double d;
};
#pragma pack(4)
struct four {
  char c;
  double d;
};
#pragma pack()
struct __attribute__((packed)) header {
  unsigned version : 4;
  unsigned length : 4;
  unsigned char tos;
  unsigned short total;
  unsigned flags : 3;
  unsigned offset : 13;
  unsigned long id : 40;
};
struct message {
  unsigned char type;
  unsigned int size;
  char text[3];
} __attribute__((packed));

int main(void) {
  printf("%zu %zu %zu %zu\n", sizeof(struct one), sizeof(struct two), sizeof(struct normal), sizeof(struct four));
  printf("%zu %zu %zu\n", offsetof(struct one, d), offsetof(struct two, i), offsetof(struct four, d));
  struct header h;
  memset(&h, 0, sizeof h);
  h.version = 4;
  h.length = 5;
  h.total = 0x1234;
  h.flags = 2;
  h.offset = 0x1abc;
  h.id = 0x123456789a;
  unsigned char *b = (unsigned char *)&h;
  for (size_t i = 0; i < sizeof h; i++) printf("%02x ", b[i]);
  printf("%zu\n", sizeof h);
  printf("%u %u %x %u %x %lx\n", h.version, h.length, h.total, h.flags, h.offset, (unsigned long)h.id);
  struct message m = {1, 0x01020304, "ab"}, list[3] = {m, m, m};
  list[1].size++;
  memcpy(&m, &list[1], sizeof m);
  printf("%x %s %zu\n", m.size, m.text, sizeof list);
  struct one o = {'x', -1, 1.5}, *p = &o;
  p->i -= 4;
  p->d += 1;
  printf("%c %d %g\n", o.c, p->i, o.d);
  return 0;
}
