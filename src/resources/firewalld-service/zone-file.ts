/**
 * Reads the names of the services that a zone file allows, in its order.
 * @throws if the file is not well-formed XML.
 */
export async function parseZoneServices(xml: string): Promise<string[]> {
  const { parseXml, XmlElement } = await import('@rgrove/parse-xml');
  const elements = (parseXml(xml).root?.children ?? []).filter((node) => node instanceof XmlElement);
  return elements.flatMap(({ name, attributes }) => (name === 'service' ? (attributes.name ?? []) : []));
}

/** Reads the zone of interfaces that name none, in firewalld.conf. @default public */
export function parseDefaultZone(conf: string): string {
  return /^[ \t]*DefaultZone[ \t]*=[ \t]*(\S+)/m.exec(conf)?.[1] ?? 'public';
}
