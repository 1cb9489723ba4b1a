/* Classes of wide characters: C11 7.30. ASCII in the C locale; with C.UTF-8 also Latin, Greek and
   Cyrillic letters. Other scripts are printable, but no letters here. */
#include <string.h>
#include <wctype.h>
#include <forkyard/utf8.h>

static int is_ascii_letter(wint_t c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Capital and small letters that alternate, from an even (0) or odd (1) capital on. */
static const struct {
  wint_t first, last;
  int odd;
} pairs[] = {{0x100, 0x12f, 0},  {0x132, 0x137, 0},  {0x139, 0x148, 1},  {0x14a, 0x177, 0},
             {0x179, 0x17e, 1},  {0x1cd, 0x1dc, 1},  {0x1de, 0x1ef, 0},  {0x1f8, 0x21f, 0},
             {0x222, 0x233, 0},  {0x3d8, 0x3ef, 0},  {0x460, 0x481, 0},  {0x48a, 0x4bf, 0},
             {0x4c1, 0x4ce, 1},  {0x4d0, 0x52f, 0},  {0x1e00, 0x1e95, 0}, {0x1ea0, 0x1eff, 0}};

/* Blocks of capitals whose small letters lie `distance` further. */
static const struct {
  wint_t first, last, distance;
} blocks[] = {{'A', 'Z', 32},       {0xc0, 0xd6, 32},     {0xd8, 0xde, 32}, {0x391, 0x3a1, 32},
              {0x3a3, 0x3ab, 32},   {0x388, 0x38a, 37},   {0x386, 0x386, 38},
              {0x38c, 0x38c, 64},   {0x38e, 0x38f, 63},   {0x400, 0x40f, 80}, {0x410, 0x42f, 32}};

#define COUNT(array) (sizeof array / sizeof array[0])

wint_t towlower(wint_t c) {
  if (c > 127 && !__locale_is_utf8) return c;
  if (c == 0x178) return 0xff;
  for (size_t i = 0; i < COUNT(blocks); i++)
    if (c >= blocks[i].first && c <= blocks[i].last) return c + blocks[i].distance;
  for (size_t i = 0; i < COUNT(pairs); i++)
    if (c >= pairs[i].first && c <= pairs[i].last)
      return (c & 1) == (wint_t)pairs[i].odd ? c + 1 : c;
  return c;
}

wint_t towupper(wint_t c) {
  if (c > 127 && !__locale_is_utf8) return c;
  if (c == 0xff) return 0x178;
  if (c == 0xb5) return 0x39c;
  if (c == 0x3c2) return 0x3a3;
  for (size_t i = 0; i < COUNT(blocks); i++)
    if (c >= blocks[i].first + blocks[i].distance && c <= blocks[i].last + blocks[i].distance)
      return c - blocks[i].distance;
  for (size_t i = 0; i < COUNT(pairs); i++)
    if (c >= pairs[i].first && c <= pairs[i].last)
      return (c & 1) != (wint_t)pairs[i].odd ? c - 1 : c;
  return c;
}

int iswupper(wint_t c) {
  return towlower(c) != c;
}

int iswlower(wint_t c) {
  return towupper(c) != c || (__locale_is_utf8 && c == 0xdf);
}

int iswalpha(wint_t c) {
  if (c < 128) return is_ascii_letter(c);
  if (!__locale_is_utf8) return 0;
  return c == 0xaa || c == 0xb5 || c == 0xba || (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7) ||
         (c >= 0x370 && c <= 0x52f && c != 0x375 && c != 0x37e && c != 0x387 && c != 0x482 &&
          !(c >= 0x483 && c <= 0x489)) ||
         (c >= 0x1e00 && c <= 0x1eff);
}

int iswdigit(wint_t c) {
  return c >= '0' && c <= '9';
}

int iswxdigit(wint_t c) {
  return iswdigit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f');
}

int iswalnum(wint_t c) {
  return iswdigit(c) || iswalpha(c);
}

int iswblank(wint_t c) {
  return c == ' ' || c == '\t' || (__locale_is_utf8 && (c == 0x1680 || c == 0x3000));
}

int iswcntrl(wint_t c) {
  return c < 32 || c == 127 || (__locale_is_utf8 && ((c >= 128 && c < 160) || c == 0x2028 || c == 0x2029));
}

int iswspace(wint_t c) {
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  return __locale_is_utf8 && (c == 0x1680 || (c >= 0x2000 && c <= 0x200a && c != 0x2007) ||
                              c == 0x2028 || c == 0x2029 || c == 0x205f || c == 0x3000);
}

int iswprint(wint_t c) {
  if (c < 128) return c >= ' ' && c < 127;
  return __locale_is_utf8 && !iswcntrl(c) && c <= 0x10ffff && (c < 0xd800 || c > 0xdfff);
}

int iswgraph(wint_t c) {
  return iswprint(c) && !iswspace(c);
}

int iswpunct(wint_t c) {
  return iswgraph(c) && !iswalnum(c);
}

static const struct {
  const char *name;
  int (*test)(wint_t c);
} classes[] = {{"alnum", iswalnum}, {"alpha", iswalpha}, {"blank", iswblank}, {"cntrl", iswcntrl},
               {"digit", iswdigit}, {"graph", iswgraph}, {"lower", iswlower}, {"print", iswprint},
               {"punct", iswpunct}, {"space", iswspace}, {"upper", iswupper}, {"xdigit", iswxdigit}};

wctype_t wctype(const char *name) {
  for (size_t i = 0; i < COUNT(classes); i++)
    if (strcmp(classes[i].name, name) == 0) return i + 1;
  return 0;
}

int iswctype(wint_t c, wctype_t type) {
  return type > 0 && type <= COUNT(classes) && classes[type - 1].test(c);
}

static const int to_lower = 1, to_upper = 2;

wctrans_t wctrans(const char *name) {
  if (strcmp(name, "tolower") == 0) return &to_lower;
  return strcmp(name, "toupper") == 0 ? &to_upper : NULL;
}

wint_t towctrans(wint_t c, wctrans_t mapping) {
  return mapping == &to_lower ? towlower(c) : mapping == &to_upper ? towupper(c) : c;
}
