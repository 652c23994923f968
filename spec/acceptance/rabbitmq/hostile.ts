/** What would end a term of Erlang, a word of the shell or a line of output, if it were let. */
export const hostile = {
  name: '"). os:cmd("touch /tmp/canary"). %s `touch /tmp/canary` $(touch /tmp/canary) \'ü\\',
  password: 'pä"ss\'`touch /tmp/canary`$(touch /tmp/canary)\\ %s',
};
