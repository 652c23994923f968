import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import { closedEarly, loginRefused, timedOut, unreachable } from '../failures.js';
import { oneLine } from '../one-line.js';

/** Explains why the client of OpenSSH could not connect, from what it has printed. */
export function explainClientError(target: string, printed: string, seconds: number): GlanceApplyError {
  const find = (pattern: RegExp) => pattern.exec(printed)?.[1];
  const [, file, line] = /Offending .*key (?:in|for .* in) (.+):(\d+)/.exec(printed) ?? [];
  const location = file === undefined ? undefined : { file, line: Number(line) };
  const name = find(/[Hh]ost key for (\S+) has changed/) ?? target;
  if (/HOST IDENTIFICATION HAS CHANGED/.test(printed)) {
    const offered = find(/key sent by the remote host is\s+(SHA256:\S+?)\.?\s/) ?? 'another one';
    return fail(
      'ssh.host-key-changed',
      `the key of the host ${name} has changed: it has the key ${offered}`,
      {
        location,
        hint: `somebody may be intercepting the connection; if the host was reinstalled, run ssh-keygen -R '${name}' -f ${file ?? '~/.ssh/known_hosts'}`,
      },
    );
  }
  if (/REVOKED HOST KEY|key is revoked|revoked key/i.test(printed))
    return fail('ssh.host-key-revoked', `the host ${target} has a key that is revoked`, {
      location,
      hint: 'give the host a new key',
    });
  if (/Host key verification failed/.test(printed)) {
    const reason = find(/^(No \S+ host key is known for .*?) and you/m) ?? 'its key was not confirmed';
    return fail('ssh.host-key-unknown', `the key of the host ${target} is not trusted: ${oneLine(reason)}`, {
      hint: 'compare the fingerprint with the one that ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub prints on the host, then connect once with ssh, or pass --accept-new-host-keys',
    });
  }
  const tooMany = find(/(Too many authentication failures)/);
  if (tooMany !== undefined) return loginRefused(target, [], [], tooMany);
  const methods = find(/Permission denied \(([^)]*)\)/);
  if (methods !== undefined)
    return loginRefused(target, [`what OpenSSH tries for ${methods.replaceAll(',', ', ')}`], notes(printed));
  if (/timed out during banner exchange|Timeout, server/.test(printed))
    return timedOut(target, seconds, 'it did not identify itself as an SSH server');
  const connecting =
    find(/connect to (?:host|address) .* port \d+: (.*)/) ?? find(/(Could not resolve hostname .*)/);
  if (connecting !== undefined) return unreachable(target, new Error(connecting.trim()));
  if (/kex_exchange_identification|banner exchange/.test(printed))
    return closedEarly(target, 'before it identified itself', lastLine(printed));
  if (/Connection (?:closed|reset) by/.test(printed))
    return closedEarly(target, 'during the login', lastLine(printed));
  return fail(
    'ssh.client',
    `ssh cannot connect to ${target}: ${oneLine(lastLine(printed)) || 'it gave no reason'}`,
    {
      hint: 'run ssh -v to the same host to see more',
    },
  );
}

/** What OpenSSH says of keys that it did not use. */
function notes(printed: string): string[] {
  return printed
    .split(/\r?\n/)
    .filter((line) => /bad permissions|unprotected|invalid format|Load key/i.test(line));
}

/** Returns the last line that ssh has printed. */
export function lastLine(printed: string): string {
  return printed.trim().split(/\r?\n/).at(-1) ?? '';
}

function fail(
  code: Parameters<typeof problem>[0],
  message: string,
  rest: Parameters<typeof problem>[2],
): GlanceApplyError {
  return new GlanceApplyError(problem(code, message, rest));
}
