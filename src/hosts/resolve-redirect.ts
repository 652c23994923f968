/**
 * Returns the address that a web server redirects to.
 * @throws if it is neither http nor https, or leads from https to http: any host on the network could respond there.
 */
export function resolveRedirect(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href))
    throw new Error(`${formatUrl(from)} redirects to an invalid address`);
  const to = new URL(location, from);
  if (to.protocol !== 'http:' && to.protocol !== 'https:')
    throw new Error(`${formatUrl(from)} redirects to ${to.protocol}, which is neither http nor https`);
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new Error(`${formatUrl(from)} redirects to ${formatUrl(to)}, which is not protected by TLS`);
  return to;
}

/** Formats an address for display: without a password, and without the query, which may contain a signature. */
export function formatUrl({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
