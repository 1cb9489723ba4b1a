/* Conversions, widths, sets, mismatches and ends of input of sscanf. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <errno.h>
int main(){ 
 int a=-1,b=-1,n=-1; char s[50]="",t[50]=""; float f=0; double d=0; char*m=0; unsigned u=0; long l=0; void*p=0;
#define R(x) {int r=x; printf("%d: a=%d b=%d n=%d s=%s t=%s f=%g d=%g u=%u l=%ld p=%p m=%s\n",r,a,b,n,s,t,f,d,u,l,p,m?m:"-");a=b=n=-1;*s=*t=0;f=d=0;u=0;l=0;p=0;m=0;}
 R(sscanf("12 abc","%d%s%n",&a,s,&n)); R(sscanf("0xg","%x%s",&u,s)); R(sscanf("100ergs","%f%s",&f,s)); R(sscanf("1e","%lf%n",&d,&n)); R(sscanf("","%d",&a)); R(sscanf("  ","%d",&a)); R(sscanf("x","%d",&a)); R(sscanf("5","%*d %d",&a)); R(sscanf("5 x","%d %d",&a,&b)); R(sscanf("abc]def","%[]abc]%s",s,t)); R(sscanf("abc-def","%[a-c-]%s",s,t)); R(sscanf("hello world","%*s %ms",&m)); R(sscanf("3,4","%d,%d",&a,&b)); R(sscanf("3 ,4","%d,%d",&a,&b)); R(sscanf("3 ,4","%d ,%d",&a,&b)); R(sscanf("12345","%2d%3s",&a,s)); R(sscanf("-0x1F","%i",&a)); R(sscanf("017 0x10","%i%i",&a,&b)); R(sscanf("0x1.8p3 inf","%lf%f",&d,&f)); R(sscanf("nan infinity","%lf%f",&d,&f)); R(sscanf("infx","%lf%s",&d,s)); R(sscanf("infi","%lf%s",&d,s)); R(sscanf("-5","%u",&u)); R(sscanf("99999999999","%d",&a)); R(sscanf("99999999999999999999","%ld",&l)); R(sscanf("(nil)","%p",&p)); R(sscanf("0xdead","%p",&p)); R(sscanf("50%","%d%%%n",&a,&n)); R(sscanf("50 %x","%d%%%s",&a,s)); R(sscanf("z-a","%[z-a]",s)); R(sscanf("abc","%2c%n",s,&n)); R(sscanf("a","%2c%n",s,&n)); R(sscanf("+","%d",&a)); R(sscanf(".","%f",&f)); R(sscanf(".5.5","%f%f",&f,&d)); R(sscanf("1e+","%lf%n",&d,&n)); R(sscanf("1e+x","%lf%n%s",&d,&n,s)); R(sscanf("2 1","%2$d %1$d",&a,&b)); R(sscanf("abc def","%[^ ]%n %s",s,&n,t)); R(sscanf("300","%hhd",s)); R(sscanf("1 2","%d %n",&a,&n)); R(sscanf("12abc","%3x",&u)); R(sscanf("a:b:c","%[^:]:%[^:]",s,t)); R(sscanf("0x","%i%s",&a,s)); R(sscanf("0","%x",&u)); R(sscanf("xyz","abc")); R(sscanf("","abc")); R(sscanf("ab","abc%d",&a)); R(sscanf("1234567890","%5lf%3f",&d,&f)); R(sscanf("-.5e1x","%lf%s",&d,s)); R(sscanf("0x.8","%lf",&d)); R(sscanf("0x","%lf%s",&d,s)); R(sscanf("1.","%lf%s",&d,s));
 return 0;}
