# The lock of a run: the lock of an open file, which this shell and the processes of its requests hold as descriptor 8.

# Locks a file without waiting; status 3 if another process holds it.
acquire() { # PATH
  while :; do
    if [ -L "$1" ] || { [ -e "$1" ] && [ ! -f "$1" ]; }; then
      echo 'not a regular file' >&2
      return 1
    fi
    command exec 8>>"$1" || return 1
    if [ ! -O "/proc/$$/fd/8" ]; then
      echo "of another user: $(stat -L -c %u /proc/self/fd/8)" >&2
      forget_lock
      return 1
    fi
    if ! flock -n 8; then
      forget_lock
      return 3
    fi
    # Otherwise another process has removed the file in the meantime, and locked a new one in its place.
    [ "$1" -ef "/proc/$$/fd/8" ] && break
  done
  lock=$1
}

# Makes the lock file the record of this run.
claim() { # LINE
  : >"$lock"
  printf '%s\n' "$1" >&8
}

# Clears the record and closes the file. The lock lasts until the commands that are still running have ended.
release() {
  [ -z "$lock" ] || : >"$lock"
  forget_lock
}

forget_lock() {
  exec 8>/dev/null
  lock=
}

# Reports, once, that the lock file was removed or replaced: another run may have begun.
check_lock() {
  [ -z "$lock" ] || [ "$lock" -ef "/proc/$$/fd/8" ] && return
  forget_lock
  printf '%s 0 lost 0 0 0\n' "$marker" >"$session/lost"
  transmit "$session/lost"
}
