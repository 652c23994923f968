import { definedType, File, manifest, parameter, Service, value } from 'glance-apply';

/** A defined type can be declared many times, each time with its own title. */
class Forward extends definedType(
  'site::forward',
  {
    port: parameter(value.integer({ min: 1, max: 65_535 }), 'Listen port.', { required: true }),
    to: parameter(value.string, 'Host and port of the target.', { required: true }),
  },
  { doc: 'A port that haproxy forwards.' },
) {
  override declare(): void {
    const { port, to } = this.parameters;
    const lines = [`listen ${this.title}`, `  bind :${port}`, `  server one ${to}`, ''];
    new File(this, `/etc/haproxy/conf.d/${this.title}.cfg`, { content: lines.join('\n'), mode: '0640' });
  }
}

export default manifest((site) => {
  new File(site, '/etc/haproxy/conf.d', { ensure: 'directory', recurse: true, purge: true });
  const images = new Forward(site, 'images', { port: 9292, to: '192.0.2.11:9292' });
  const identity = new Forward(site, 'identity', { port: 5000, to: '192.0.2.12:5000' });
  // An instance is a container: a relation with it applies to all resources that it declares.
  new Service(site, 'haproxy', { ensure: 'running', subscribe: [images, identity] });
});
