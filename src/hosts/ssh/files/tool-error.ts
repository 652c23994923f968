/** The messages of the C library in the locale C, and of shells that open files themselves. */
const codes: Readonly<Record<string, string>> = {
  'Permission denied': 'EACCES',
  'Operation not permitted': 'EPERM',
  'No such file or directory': 'ENOENT',
  'Directory nonexistent': 'ENOENT',
  'No such file': 'ENOENT',
  'Not a directory': 'ENOTDIR',
  'Is a directory': 'EISDIR',
  'File exists': 'EEXIST',
  'cannot overwrite existing file': 'EEXIST',
  'Directory not empty': 'ENOTEMPTY',
  'Too many levels of symbolic links': 'ELOOP',
  'File name too long': 'ENAMETOOLONG',
  'Too many links': 'EMLINK',
  'No space left on device': 'ENOSPC',
  'Disk quota exceeded': 'EDQUOT',
  'Read-only file system': 'EROFS',
  'Device or resource busy': 'EBUSY',
  'Text file busy': 'ETXTBSY',
  'Input/output error': 'EIO',
  'File too large': 'EFBIG',
  'Operation not supported': 'ENOTSUP',
  'Invalid argument': 'EINVAL',
  'Invalid cross-device link': 'EXDEV',
  'No such device or address': 'ENXIO',
  'Stale file handle': 'ESTALE',
  'Too many open files in system': 'ENFILE',
  'Too many open files': 'EMFILE',
};

/** Returns the error code in a message of a tool: `stat: cannot statx '/x': Permission denied`. */
export function codeOfMessage(message: string): string | undefined {
  return codes[message.slice(message.lastIndexOf(': ') + 2).trim()];
}

/** Converts what a tool has said into an error with the code of the system. */
export function toolError(said: string): Error {
  const lines = said.trim().split('\n');
  const line = lines.find((one) => codeOfMessage(one) !== undefined) ?? lines.at(-1) ?? '';
  const code = codeOfMessage(line);
  const text = line.replace(/\p{Cc}/gu, ' ').slice(0, 500) || 'the tools of the host gave no reason';
  return code === undefined ? new Error(text) : Object.assign(new Error(text), { code });
}

/** An error with a code of the system. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
