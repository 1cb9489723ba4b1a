/* endian(3): this machine is little-endian */
#ifndef _ENDIAN_H
#define _ENDIAN_H
#include <byteswap.h>
#define LITTLE_ENDIAN 1234
#define BIG_ENDIAN 4321
#define PDP_ENDIAN 3412
#define BYTE_ORDER LITTLE_ENDIAN
#define __LITTLE_ENDIAN LITTLE_ENDIAN
#define __BIG_ENDIAN BIG_ENDIAN
#define __BYTE_ORDER BYTE_ORDER
#define htobe16(n) bswap_16(n)
#define htole16(n) ((uint16_t)(n))
#define be16toh(n) bswap_16(n)
#define le16toh(n) ((uint16_t)(n))
#define htobe32(n) bswap_32(n)
#define htole32(n) ((uint32_t)(n))
#define be32toh(n) bswap_32(n)
#define le32toh(n) ((uint32_t)(n))
#define htobe64(n) bswap_64(n)
#define htole64(n) ((uint64_t)(n))
#define be64toh(n) bswap_64(n)
#define le64toh(n) ((uint64_t)(n))
#endif
