### default values
unset u; e=; s=set
echo "${u-a}" "${u:-b}" "${e-c}" "${e:-d}" "${s-e}" "${s:-f}"
### alternative values
unset u; e=; s=set
echo "[${u+a}]" "[${u:+b}]" "[${e+c}]" "[${e:+d}]" "[${s+e}]" "[${s:+f}]"
### assigned defaults
unset u; e=
echo "${u=a}" "$u" "${e=b}" "[$e]" "${e:=c}" "$e"
### unset parameter as an error
echo before; echo "${u?is missing}"; echo after
### null parameter as an error
e=; echo "${e:?}"; echo after
### error message of ${x?}
: ${nothing?}
### length
x=hello; e=; echo ${#x} ${#e} ${#unset_one}; set -- a b; echo ${#} ${#1}
### remove suffixes
f=dir/name.tar.gz; echo ${f%.*} ${f%%.*} ${f%/*} ${f%nothing}
### remove prefixes
f=dir/sub/name.c; echo ${f#*/} ${f##*/} ${f#nothing}
### patterns in removal may be quoted
x='a*b*c'; echo "${x#a"*"}" "${x%"*"c}" ${x%%\**}
### patterns in removal from variables
x=abcabc; p='b*'; echo ${x%$p} ${x%%$p} "${x#"$p"}"
### brackets in patterns
x=a1b2; echo ${x#[a-z]} ${x%[!a-z]} ${x##*[0-9]b}
### nested defaults
unset a b; echo ${a:-${b:-deep}} "${a:-"${b-quoted inner}"}"
### a default with blanks splits when unquoted
set -- ${u:-a b c}; echo $#; set -- "${u:-a b c}"; echo $#
### a default with quotes inside
set -- ${u:-"a b" c}; echo $#; echo "$1"
### command in a default is run only if needed
x=1; echo ${x:-$(echo bad >&2)} ${y:-$(echo good)}
### assignment splits nothing
x='a b'; y=$x; echo "$y"; z=$(echo 'c   d'); echo "$z"
### several assignments
a=1 b=2 c=$a; echo $a $b $c
### assignments before a command
x=old; x=new sh -c 'echo $x'; echo $x
### assignments before a builtin are temporary
x=old; x=new true; echo $x
### assignments before a special builtin stay
x=old; x=new :; echo $x
### export
x=1; sh -c 'echo [$x]'; export x; sh -c 'echo [$x]'; export y=2; sh -c 'echo $y'
### unset
x=1; unset x; echo ${x-gone}; unset nothing; echo $?
### unset a function
f() { echo f; }; f; unset -f f; f; echo $?
### readonly
readonly r=1; echo $r; r=2; echo not reached
### readonly cannot be unset
readonly r=1; unset r; echo not reached
### set -u
set -u; x=1; echo $x; echo $undefined; echo not reached
### set -u leaves defaults and $@ alone
set -u; echo ${undefined-fine} "$@" $#
### shift
set -- a b c d; shift; echo $1 $#; shift 2; echo $1 $#
### shift too many
set -- a; shift 2; echo not reached
### set replaces the parameters
set -- -a b; echo $1 $2; set x y; echo $1 $#; set --; echo $#
### bad substitution
echo ${x y}; echo not reached
### getopts
set -- -a -b value -cd rest
while getopts ab:cd o; do echo "$o $OPTARG"; done
shift $((OPTIND - 1)); echo $1
### getopts reports
set -- -x; getopts ab o; echo "$o $?"; getopts ab o; echo "$o $?"
### getopts quietly
set -- -x -b; getopts :ab: o; echo "$o $OPTARG"; getopts :ab: o; echo "$o $OPTARG"
