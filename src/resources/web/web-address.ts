/** Whether a source is an address of a web server. */
export function isWebAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** Whether a source has the form of an address of a web server and is not valid: `http://[`, `http://host:99999/`. */
function isInvalidWebAddress(source: string): boolean {
  return isWebAddress(source) && !URL.canParse(source);
}

/** Describes why the source of a file is invalid, after the name of its attribute; undefined if it is valid. */
export function findSourceProblem(source: string): string | undefined {
  if (isInvalidWebAddress(source)) return 'is not a valid URL; correct it';
  if (!isWebAddress(source)) return undefined;
  const { username, password } = new URL(source);
  return username === '' && password === ''
    ? undefined
    : 'has a user or a password, which is not sent to a web server; let the server accept this host without them';
}

/**
 * Describes why the address of a proxy is invalid, after the name of its attribute; undefined if it is valid. The message
 * does not contain the address, which may contain a password.
 */
export function findProxyProblem(address: string): string | undefined {
  const example = "give it as 'http://proxy.example.org:3128'";
  if (!isWebAddress(address) || !URL.canParse(address)) return `is not the URL of a proxy; ${example}`;
  const { username, password, pathname, search, hash } = new URL(address);
  if (username !== '' || password !== '')
    return `has a user or a password, which is not sent to a proxy; ${example}`;
  return [pathname, search, hash].join('') === '/'
    ? undefined
    : `contains more than a host and a port; ${example}`;
}
