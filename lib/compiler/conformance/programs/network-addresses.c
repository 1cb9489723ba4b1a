/* Byte order, addresses as text and back, getaddrinfo and getnameinfo without a name server. */
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static void from_text(const char *text) {
  struct in_addr a = {0}, b = {0};
  int p = inet_pton(AF_INET, text, &a), q = inet_aton(text, &b);
  printf("%-18s pton %d %08x aton %d %08x\n", text, p, ntohl(a.s_addr), q, ntohl(b.s_addr));
}

static void from_text6(const char *text) {
  struct in6_addr address;
  char back[INET6_ADDRSTRLEN];
  if (inet_pton(AF_INET6, text, &address) != 1) {
    printf("%s: no address\n", text);
    return;
  }
  printf("%s: %s\n", text, inet_ntop(AF_INET6, &address, back, sizeof back));
}

static void look_up(const char *host, const char *service, int flags, int type) {
  struct addrinfo hints = {.ai_family = AF_INET, .ai_flags = flags, .ai_socktype = type}, *list;
  int error = getaddrinfo(host, service, &hints, &list);
  printf("%s:%s", host ? host : "(null)", service ? service : "(null)");
  if (error) {
    printf(" -> %s\n", gai_strerror(error));
    return;
  }
  for (struct addrinfo *entry = list; entry; entry = entry->ai_next) {
    struct sockaddr_in *place = (struct sockaddr_in *)entry->ai_addr;
    printf(" -> %s %d type %d protocol %d", inet_ntoa(place->sin_addr), ntohs(place->sin_port),
           entry->ai_socktype, entry->ai_protocol);
  }
  printf("\n");
  freeaddrinfo(list);
}

int main(void) {
  printf("%x %x %x %x\n", htonl(0x01020304), htons(0x0102), ntohl(0xa0b0c0d0), ntohs(0xa0b0));
  const char *texts[] = {"127.0.0.1", "1.2.3", "1.2.3.256", "0x7f.1", "010.0.0.1", "", "1.2.3.4.5", "255.255.255.255"};
  for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) from_text(texts[k]);
  const char *texts6[] = {"::", "::1", "2001:db8::1", "1:2:3:4:5:6:7:8", "fe80:0:0:1:0:0:0:2", "::ffff:1.2.3.4", "1::2::3", "12345::", "1:2:3"};
  for (size_t k = 0; k < sizeof texts6 / sizeof *texts6; k++) from_text6(texts6[k]);
  printf("%s\n", inet_ntop(AF_INET, "\1\2\3\4", (char[4]){0}, 4) ? "room" : "no room");
  look_up("localhost", "80", 0, SOCK_STREAM);
  look_up(NULL, "8080", AI_PASSIVE, SOCK_STREAM);
  look_up(NULL, "8080", 0, SOCK_DGRAM);
  look_up("10.0.0.7", "12", AI_NUMERICHOST, 0);
  look_up("localhost", "12", AI_NUMERICHOST, SOCK_STREAM);
  look_up(NULL, NULL, 0, 0);
  look_up("127.0.0.1", NULL, 0, SOCK_STREAM);
  look_up("127.0.0.1", "12x", AI_NUMERICSERV, SOCK_STREAM);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(4711)};
  address.sin_addr.s_addr = htonl(0x0a010203);
  char host[64], service[16];
  int error = getnameinfo((struct sockaddr *)&address, sizeof address, host, sizeof host, service,
                          sizeof service, NI_NUMERICHOST | NI_NUMERICSERV);
  printf("%d %s %s\n", error, host, service);
  error = getnameinfo((struct sockaddr *)&address, sizeof address, host, 3, NULL, 0, NI_NUMERICHOST);
  printf("too small: %d\n", error == EAI_OVERFLOW);
  return 0;
}
