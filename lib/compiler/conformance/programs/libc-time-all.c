/* Calendar: gmtime, timegm, mktime, localtime in zones, strftime, strptime. */
#define _GNU_SOURCE
#include <stdio.h>
#include <time.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>
static void show(struct tm*t){ printf("%d-%d-%d %d:%d:%d w%d y%d dst%d off%ld %s\n",t->tm_year,t->tm_mon,t->tm_mday,t->tm_hour,t->tm_min,t->tm_sec,t->tm_wday,t->tm_yday,t->tm_isdst,t->tm_gmtoff,t->tm_zone?t->tm_zone:"-");}
int main(){ time_t ts[]={0,-1,86399,951782400,1709164800,1709251199,4102444800L,-2208988800L,-62135596800L,253402300799L,1000000000,1711846799,1711846800,1729990799,1729990800,1699165800,1234567890, -5000000000L,1456704000,1483228799};
 int n=sizeof ts/sizeof*ts; for(int i=0;i<n;i++){ struct tm t; gmtime_r(&ts[i],&t); show(&t); printf("%ld %s",timegm(&t),asctime(&t)); }
 const char*z[]={"UTC","EST5EDT","CET-1CEST,M3.5.0,M10.5.0/3","<+0530>-5:30","NZST-12NZDT,M9.5.0,M4.1.0/3","XYZ3ABC,J60/0,J300","XYZ3ABC,59/0,299","EST5EDT,M3.2.0,M11.1.0","AAA-3:15:20","","Bogus/Zone"};
 for(int k=0;k<11;k++){ setenv("TZ",z[k],1); tzset(); printf("%s: %s %s %ld %d\n",z[k],tzname[0],tzname[1],timezone,daylight!=0); for(int i=0;i<n;i++){ struct tm t; localtime_r(&ts[i],&t); show(&t); struct tm u=t; u.tm_isdst=-1; time_t back=mktime(&u); struct tm v=t; time_t b2=mktime(&v); printf(" %d %d\n",back==ts[i]||back==ts[i]+3600||back==ts[i]-3600,b2==ts[i]); } }
 setenv("TZ","UTC",1);
 struct tm t={.tm_year=124,.tm_mon=13,.tm_mday=-5,.tm_hour=25,.tm_min=-70,.tm_sec=3700,.tm_isdst=-1}; printf("%ld\n",mktime(&t)); show(&t);
 char b[600]; for(int i=0;i<n;i++){ gmtime_r(&ts[i],&t); const char*f="%a|%A|%b|%B|%c|%C|%d|%D|%e|%F|%g|%G|%h|%H|%I|%j|%k|%l|%m|%M|%n|%p|%P|%r|%R|%s|%S|%t|%T|%u|%U|%V|%w|%W|%x|%X|%y|%Y|%z|%Z|%%|%Ey|%Od|%_d|%-d|%0e|%^a|%#Z|%#p|%^B|%10Y|%_5m|%-H|%5d|%010d|%-j|%_H|%+|%Q|%E|%_10c|%^c|%#a|%015F|%#B|%5%|%-y|%3n|"; size_t r=strftime(b,sizeof b,f,&t); printf("%zu %s\n",r,b);} 
 printf("%zu %zu %zu\n",strftime(b,5,"%Y",&t),strftime(b,4,"%Y",&t),strftime(b,3,"",&t));
 const char*p[][2]={{"2024-02-29 13:14:15","%Y-%m-%d %H:%M:%S"},{"Thu Feb 29 2024","%a %b %d %Y"},{"29 february 24","%d %B %y"},{"12:30:00 PM","%I:%M:%S %p"},{"12:30:00 AM","%r"},{"2024 366","%Y %j"},{"20 24","%C %y"},{"2024-13-01","%Y-%m-%d"},{"  7/4/76","%D"},{"7/4/76 rest","%m/%d/%y"},{"100%","100%%"},{"+0530","%z"},{"-08:00","%z"},{"Z","%z"},{"1234567890","%s"},{"2024 10 1","%Y %U %w"},{"2024 10 Mon","%Y %W %a"},{"2024-02-30","%F"},{"abc","%d"},{"20240229","%Y%m%d"},{"23:59:60","%T"},{"2024-1-2T3:4","%Y-%m-%dT%H:%M"},{"19","%C"},{"Sunday","%A"},{"Sun","%A"},{"5 \n 6","%d%n%m"}};
 for(int i=0;i<26;i++){ memset(&t,0,sizeof t); char*e=strptime(p[i][0],p[i][1],&t); printf("[%s] [%s] -> [%s] ",p[i][0],p[i][1],e?e:"NULL"); if(e) show(&t); else puts(""); }
 return 0;}
