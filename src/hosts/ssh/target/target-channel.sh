# The messages to the control machine, and the requests that it sends. `marker` is random: the control machine knows by
# it where the messages of this program begin.

# Sends the parts of one message: never mixed with another one, because only the holder of the mutex writes to the channel.
# A lost connection ends `cat`, and not this shell.
transmit() { # FILE...
  flock "$session/mutex" cat "$@" >&7
}

# Answers the current request with the status of its script, and with what the script has printed.
answer() { # STATUS
  status=$1
  set -- $(stat -c %s "$d/out" "$d/err")
  printf '%s %s done %s %s %s\n' "$marker" "$id" "$status" "$1" "$2" >"$d/header"
  transmit "$d/header" "$d/out" "$d/err"
}

# Executes a request in a process of its own. The script is one group of commands: if the connection was lost in the
# middle of it, the shell does not execute any of it.
handle() { # ID
  id=$1
  (
    set -e
    . "$d/script"
  ) >"$d/out" 2>"$d/err" </dev/null
  answer $?
  rm -rf "$d"
}

# Receives a request: its script, and the content that belongs to it.
receive() { # ID SCRIPT-BYTES CONTENT-BYTES
  d=$session/$1
  mkdir "$d" && head -c "$2" >"$d/script" && : >"$d/content" &&
    { [ "$3" = 0 ] || head -c "$3" >"$d/content"; } ||
    fail "cannot store a request in $session"
}

# Returns whether the content has been received completely.
is_complete() { # BYTES
  [ "$(stat -c %s "$d/content")" = "$1" ]
}

# Ends this program with a reason that the control machine reports.
fail() { # REASON
  printf '%s\n' "$1" >&2
  exit 1
}
