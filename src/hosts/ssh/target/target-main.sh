# The program itself: makes itself a directory, says hello, and serves requests until its input ends.

main() {
  exec 7>&1 8>/dev/null >/dev/null
  LC_ALL=C PATH=$own_path
  export LC_ALL PATH
  unset IFS CDPATH ENV BASH_ENV QUOTING_STYLE
  umask 077
  cd / || fail 'cannot enter /'
  check_tools
  make_session
  remove_leftovers
  hello
  while read -r id place script content; do
    check_lock
    receive "$id" "$script" "$content"
    case $place in
    # What changes this shell itself.
    here)
      status=0
      . "$d/script" >"$d/out" 2>"$d/err" || status=$?
      answer "$status"
      rm -rf "$d"
      ;;
    *) handle "$id" & ;;
    esac
  done
  finish
}

# Refuses a host whose tools do not do what this program counts on.
check_tools() {
  for tool in cat chmod chown cp cut dd env flock head ln mkdir mkfifo mv rm rmdir setsid sleep stat sync tail; do
    command -v "$tool" >/dev/null || fail "there is no $tool on this host; install coreutils and util-linux"
  done
  # The input behind the bytes that are asked for belongs to the next request.
  [ "$(printf abcdef | { head -c 3 >/dev/null && cat; })" = def ] ||
    fail 'its head reads more than it is asked to; install GNU coreutils (busybox is not supported)'
  [ "$(stat --printf '%a\n' / 2>&1)" -ge 0 ] 2>/dev/null ||
    fail 'its stat has no --printf; install GNU coreutils (busybox is not supported)'
  setsid --fork --wait true 2>/dev/null ||
    fail 'its setsid has no --fork and --wait; install util-linux 2.32 or later (busybox is not supported)'
  [ -e /proc/self/fd/0 ] || fail '/proc is not mounted; mount it (mount -t proc proc /proc)'
  # A shell ignores these signals in what it starts in the background.
  default_signals=
  if env --default-signal=INT,QUIT true 2>/dev/null; then default_signals=--default-signal=INT,QUIT; fi
}

# Makes the directory of this session: in memory if there is room for it, else on a disk. Nothing in it is executed.
make_session() {
  read -r status <"/proc/$$/stat"
  started=$(set -- ${status##*) } && echo "${20}")
  for base in /run /dev/shm "$TMPDIR" /tmp /var/tmp; do
    case $base in '' | *[!A-Za-z0-9/._-]*) continue ;; esac
    session=$base/glance-apply-session-$$-$started
    { mkdir -m 0700 "$session" && head -c 262144 /dev/zero >"$session/room"; } 2>/dev/null || {
      rm -rf "$session"
      session=
      continue
    }
    rm "$session/room"
    return
  done
  fail 'no directory has room for its requests; free some space in /run, /dev/shm, /tmp or /var/tmp'
}

# Removes the directories of sessions that were killed.
remove_leftovers() {
  for old in "${session%/*}"/glance-apply-session-*; do
    [ -d "$old" ] && [ ! -L "$old" ] && [ -O "$old" ] || continue
    rest=${old##*/glance-apply-session-}
    of=${rest%%-*}
    if read -r status 2>/dev/null <"/proc/$of/stat"; then
      [ "$(set -- ${status##*) } && echo "${20}")" != "${rest#*-}" ] || continue
    fi
    rm -rf "$old"
  done
}

# Announces that this program is ready, and describes the user that it runs as.
hello() {
  id=0 d=$session/hello
  mkdir "$d"
  : >"$d/err"
  { id -u && id -g && id -un && printf '%s\n' "$HOME" "$$" "$started" && cut -d : -f 1,3 /etc/passwd; } \
    >"$d/out" 2>/dev/null
  printf '\n%s%s\n' "$marker" ' ready' >&7
  answer 0
}

# The connection has ended. Changes that have begun are finished, so that no file is half-written; commands go on, and
# are ended at their timeouts.
finish() {
  for run in "$session"/*/timeout; do
    [ -e "$run" ] && watch "${run%/*}" &
  done
  wait
  rm -rf "$session"
}

# Ends a command at its timeout.
watch() { # DIRECTORY
  read -r timeout <"$1/timeout" || [ -n "$timeout" ] || return
  [ "$timeout" -gt 0 ] || return
  end=$(($(stat -c %Y "$1/script") + timeout))
  while [ -d "$1" ] && [ "$(date +%s)" -lt "$end" ]; do sleep 1; done
  if [ -d "$1" ]; then stop "${1##*/}"; fi
}

main
