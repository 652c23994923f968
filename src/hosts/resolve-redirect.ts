/**
 * The address that a web server redirects to.
 * @throws where it is not http or https, or leads from https to http: anybody could answer there.
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

/** An address as it may be shown: without a password, and without a query that may be a signature. */
export function formatUrl({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
