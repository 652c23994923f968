/** The services that a zone's file lets through, in its order. */
export function parseZoneServices(xml: string): string[] {
  const visible = xml.replace(/<!--[\s\S]*?-->/g, '');
  return [...visible.matchAll(/<service\s+name\s*=\s*(["'])([^"']+)\1/g)].map(([, , name]) => String(name));
}

/** The zone of interfaces that name none, in firewalld.conf. @default public */
export function parseDefaultZone(conf: string): string {
  return /^[ \t]*DefaultZone[ \t]*=[ \t]*(\S+)/m.exec(conf)?.[1] ?? 'public';
}
