/* bswap(3) */
#ifndef _BYTESWAP_H
#define _BYTESWAP_H
#include <stdint.h>
uint16_t __swap16(uint16_t n);
uint32_t __swap32(uint32_t n);
uint64_t __swap64(uint64_t n);
#define bswap_16(n) __swap16(n)
#define bswap_32(n) __swap32(n)
#define bswap_64(n) __swap64(n)
#endif
