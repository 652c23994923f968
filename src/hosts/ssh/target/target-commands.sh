# Commands. Each one leads a session of its own, which is ended as a whole.

# The environment of the programs that start a command. Arguments are visible to all users, so that the environment of
# the command itself is passed in an open file.
own_path=/usr/sbin:/usr/bin:/sbin:/bin

# The first process of a command. It makes its ID known, also in the lock file, before it runs anything.
leader='
of=$1
shift
echo "$$" >&5
if [ -n "$of" ]; then
  read -r status <"/proc/$$/stat"
  started=$(set -- ${status##*) }; echo "${20}")
  printf "{\"process\":%s,\"started\":\"%s\",\"of\":%s}\n" "$$" "$started" "$of" >&8
fi
exec "$@" 5>&- 8>&-
'

# The last step, after the change of user: sets the umask and the environment, and becomes the command.
starter='
set -- "$(cat <&3)" "$@"
umask "$2"
unset PWD OLDPWD SHLVL PATH LANG
eval "shift 2
$1"
exec "$@" 2>&4 3<&- 4>&-
'

# Runs a command in the working directory. The variables `environment` (a script that exports it), `search` (its PATH),
# `mask`, `timeout`, and with a lock `begin` (a line of the lock file) and `of` (its number there) are set. The words
# before `===` change the user.
run() { # [WORD...] === PROGRAM [ARGUMENT...]
  change=
  until [ "$1" = === ]; do
    change="$change $1"
    shift
  done
  shift
  failure=$(predict_failure "$1")
  if [ -n "$failure" ]; then
    echo "failed $failure" >"$d/outcome"
    return
  fi
  printf '%s\n' "$environment" >"$d/environment"
  printf %s "$timeout" >"$d/timeout"
  mkfifo "$d/stdout" "$d/stderr"
  pump stdout <"$d/stdout" 8>&- &
  pumps=$!
  pump stderr <"$d/stderr" 8>&- &
  pumps="$pumps $!"
  if [ -e "$d/stopped" ]; then
    : >"$d/stdout" 2>"$d/stderr"
    echo 'failed ABORT_ERR' >"$d/outcome"
    return
  fi
  [ -z "$begin" ] || printf '%s\n' "$begin" >&8
  code=0
  launch "$@" || code=$?
  [ -z "$begin" ] || printf '{"end":%s}\n' "$of" >&8
  # `setsid` reports a signal as a message on its own standard error, which the command does not share.
  case $(cat "$d/notice") in
  '') echo "status $code" >"$d/outcome" ;;
  *'did not exit normally'*) echo "signal $((code & 127))" >"$d/outcome" ;;
  *)
    cat "$d/notice" >&2
    return 1
    ;;
  esac
  settle || drain
}

# Starts the command and waits for it, with the exit status of `setsid`.
launch() { # PROGRAM [ARGUMENT...]
  # shellcheck disable=SC2086
  env -i $default_signals PATH="$own_path" LANG=C.UTF-8 setsid --fork --wait /bin/sh -c "$leader" sh "$of" \
    $change /bin/sh -c "$starter" sh "$mask" "$@" \
    <"$d/content" >"$d/stdout" 2>"$d/notice" 3<"$d/environment" 4>"$d/stderr" 5>"$d/pid" 7>&-
}

# Prints the error code with which the system would refuse to start a program.
predict_failure() { # PROGRAM
  case $1 in
  */*) set -- "$1" ;;
  *)
    program=$1
    set --
    IFS=:
    set -f
    for directory in $search; do set -- "$@" "${directory:-.}/$program"; done
    set +f
    unset IFS
    ;;
  esac
  failure=ENOENT
  for candidate; do
    [ -f "$candidate" ] && [ -x "$candidate" ] && return
    [ ! -e "$candidate" ] || failure=EACCES
  done
  echo "$failure"
}

# Passes on output as it arrives, until its end.
pump() { # STREAM
  while dd bs=65536 count=1 of="$d/$1.piece" 2>/dev/null 7>&- && [ -s "$d/$1.piece" ]; do
    {
      printf '%s %s %s 0 %s 0\n' "$marker" "$id" "$1" "$(stat -c %s "$d/$1.piece")"
      cat "$d/$1.piece"
    } >"$d/$1.message"
    transmit "$d/$1.message"
    printf . >>"$d/progress"
  done
  : >"$d/$1.end"
}

# Waits for the end of the output after the command has ended; false after a short silence: what arrives later belongs
# to what the command has left behind.
settle() {
  for pause in 0.01 0.02 0.05 0.1; do
    has_all_output && return
    sleep "$pause"
  done
  : >>"$d/progress"
  before=-1
  for round in 1 2 3 4 5 6 7 8 9 10; do
    has_all_output && return
    now=$(stat -c %s "$d/progress")
    [ "$now" != "$before" ] || return 1
    before=$now
    sleep 0.2
  done
  return 1
}

# Reads and discards what a service still writes that the command has left behind, because a closed pipe would kill it.
# It neither keeps the channel nor the lock.
drain() {
  cat <"$d/stdout" >/dev/null 2>&1 7>&- 8>&- &
  cat <"$d/stderr" >/dev/null 2>&1 7>&- 8>&- &
  # Opening waits for nothing, because the service has the other ends open; but the names are about to be removed.
  sleep 0.05
  # shellcheck disable=SC2086
  kill $pumps 2>/dev/null || :
}

has_all_output() {
  [ -e "$d/stdout.end" ] && [ -e "$d/stderr.end" ]
}

# Ends the command of another request, and everything that it has started.
stop() { # ID
  other=$session/$1
  { : >"$other/stopped"; } 2>/dev/null || return 0
  until [ -s "$other/pid" ]; do
    [ -d "$other" ] && [ ! -e "$other/outcome" ] || return 0
    sleep 0.02
  done
  read -r leader_pid <"$other/pid"
  end_group "$leader_pid"
}

# Ends a process group: by SIGTERM first, and by SIGKILL after two seconds.
end_group() { # LEADER
  kill -s TERM -- "-$1" 2>/dev/null || return 0
  rounds=0
  while [ "$rounds" -lt 100 ]; do
    kill -s 0 -- "-$1" 2>/dev/null || return 0
    sleep 0.02
    rounds=$((rounds + 1))
  done
  kill -s KILL -- "-$1" 2>/dev/null || :
}
