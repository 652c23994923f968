/** Whether a source is the address of a web server's file. */
export function isWebAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** Whether a source looks like an address of a web server and is none: `http://[`, `http://host:99999/`. */
function isInvalidWebAddress(source: string): boolean {
  return isWebAddress(source) && !URL.canParse(source);
}

/** What is wrong with where a file comes from, to follow the name of its attribute; undefined where nothing is. */
export function findSourceProblem(source: string): string | undefined {
  if (isInvalidWebAddress(source)) return 'is not a valid URL; correct it';
  if (!isWebAddress(source)) return undefined;
  const { username, password } = new URL(source);
  return username === '' && password === ''
    ? undefined
    : 'has a user or a password, and none is sent to a web server; have it let this host in without';
}

/**
 * What is wrong with the address of a proxy, to follow the name of its attribute; undefined where nothing is. The address
 * is not shown: there may be a password in it.
 */
export function findProxyProblem(address: string): string | undefined {
  const example = "give it as 'http://proxy.example.org:3128'";
  if (!isWebAddress(address) || !URL.canParse(address)) return `is not the URL of a proxy; ${example}`;
  const { username, password, pathname, search, hash } = new URL(address);
  if (username !== '' || password !== '')
    return `has a user or a password, and none is sent to a proxy; ${example}`;
  return [pathname, search, hash].join('') === '/'
    ? undefined
    : `has more in it than a host and a port; ${example}`;
}
