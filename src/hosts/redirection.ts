/**
 * Where a web server sends somebody on to.
 * @throws where that is no web server, or one without TLS in place of one with it: what came of it could be anybody's.
 */
export function redirection(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href))
    throw new Error(`${withoutSecrets(from)} leads to what is no address`);
  const to = new URL(location, from);
  if (to.protocol !== 'http:' && to.protocol !== 'https:')
    throw new Error(`${withoutSecrets(from)} leads to ${to.protocol}, which is no web server`);
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new Error(`${withoutSecrets(from)} leads to ${withoutSecrets(to)}, which is not protected by TLS`);
  return to;
}

/** An address as it may be shown: without a password, and without a query that may be a signature. */
export function withoutSecrets({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
