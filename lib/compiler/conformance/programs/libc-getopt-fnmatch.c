/* getopt, getopt_long and getopt_long_only with every order of arguments; fnmatch with every flag. */
#define _GNU_SOURCE
#include <stdio.h>
#include <getopt.h>
#include <fnmatch.h>
#include <string.h>
static void run(int argc,char**argv,const char*o,int lo){ static int flag; struct option L[]={{"add",1,0,'a'},{"append",0,0,'p'},{"verbose",0,&flag,7},{"opt",2,0,'o'},{0,0,0,0}}; int c,ix=-1; optind=0; opterr=0; flag=0;
 printf("[%s]",o); while((c= lo==2?getopt_long_only(argc,argv,o,L,&ix):lo?getopt_long(argc,argv,o,L,&ix):getopt(argc,argv,o))!=-1) {printf(" %d(%c) arg=%s ind=%d ix=%d opt=%d flag=%d;",c,c>31?c:'.',optarg?optarg:"-",optind,ix,optopt,flag);ix=-1;} printf(" end %d:",optind); for(int i=0;i<argc;i++)printf(" %s",argv[i]); putchar('\n'); }
#define A(o,l,...) {char*v[]={"p",__VA_ARGS__,NULL}; int n=0; while(v[n])n++; run(n,v,o,l);}
int main(){
A("ab:c",0,"-a","x","-b","1","-c","y") A("+ab:c",0,"-a","x","-b","1") A("-ab:",0,"-a","x","-b1","y") A("ab:",0,"-ab1","-b") A(":ab:",0,"-z","-b") A("a",0,"-a","--","-a") A("a",0,"x","--","-a","y") A("o::",0,"-o","x","-ofoo") A("ab",0,"-","-ab") A("a",0,"a","b","-a","c","-a","d")
A("a:po::",1,"--add","5","x","--append","--opt=3","--opt","y","--verb") A("a:p",1,"--a","1") A("a:p",1,"--ap","--add=2","--append=3") A("a:p",1,"--add") A(":a:p",1,"--add") A("p",1,"--nope","-q","z") A("ap",2,"-add","3","-p","-verbose") A("p",1,"x","y","--append","z","--","--append","w")
 const char*P[]={"*.c","a?c","[a-c]*","[!a]*","*/b","a*b*c","\\*x","*","","[[:digit:]]?","a[","[]x]","[a-]","**a","?*"}; const char*T[]={"x.c","abc",".hid","dir/b","aXbYc","*x","","5z","a[","]","-","a/.x","ABC"}; int F[]={0,FNM_PATHNAME,FNM_PERIOD,FNM_NOESCAPE,FNM_CASEFOLD,FNM_LEADING_DIR|FNM_PATHNAME,FNM_PATHNAME|FNM_PERIOD};
 for(int f=0;f<7;f++){for(int i=0;i<15;i++){for(int j=0;j<13;j++)putchar('0'+fnmatch(P[i],T[j],F[f]));putchar(' ');}putchar('\n');}
return 0;}
