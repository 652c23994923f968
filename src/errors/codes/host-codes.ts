import type { CodeTable } from './code-documentation.js';

/** Hosts behind SSH, once a connection to them is open. */
export const hostCodes = {
  'host.shell': {
    cause: 'A host behind SSH did not start a POSIX shell, or lacks a tool that is needed there.',
    remedy:
      'Give the account a login shell that runs commands, and install coreutils and util-linux. The message contains what the host sent instead.',
  },
  'host.sudo': {
    cause: 'sudo on a host behind SSH refused to start a shell.',
    remedy:
      'Allow the account to run /bin/sh with sudo, with NOPASSWD or with the right password. The message contains the words of sudo.',
  },
} as const satisfies CodeTable;
