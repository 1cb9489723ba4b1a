/* bswap(3). */
#include <byteswap.h>

uint16_t __swap16(uint16_t n) {
  return (uint16_t)(n << 8 | n >> 8);
}

uint32_t __swap32(uint32_t n) {
  return (uint32_t)__swap16((uint16_t)n) << 16 | __swap16((uint16_t)(n >> 16));
}

uint64_t __swap64(uint64_t n) {
  return (uint64_t)__swap32((uint32_t)n) << 32 | __swap32((uint32_t)(n >> 32));
}
