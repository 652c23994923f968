import { classType, File, manifest, parameter, Service, value } from 'glance-apply';

/** A custom class: a banner before login, and the service that shows it. See docs/writing-a-class.md. */
class Banner extends classType(
  'site::banner',
  {
    text: parameter(value.string, 'The text of the banner.', { required: true }),
    path: parameter(value.string, 'The file of the banner.', { default: '/etc/issue.net' }),
    labels: parameter(value.hashOf(value.string), 'Further lines of the form `label: value`.', {
      default: {},
    }),
  },
  { doc: 'A banner that sshd shows before login.' },
) {
  override declare(): void {
    const { text, path, labels } = this.parameters;
    const lines = [text, ...Object.entries(labels).map(([label, value]) => `${label}: ${value}`)];
    new File(this, String(path), { content: `${lines.join('\n')}\n`, mode: '0644' });
    new Service(this, 'ssh', { ensure: 'running', enable: true, subscribe: File.ref(String(path)) });
  }
}

export default manifest((site) => {
  new Banner(site, {
    text: 'Authorised use only.',
    labels: { site: site.facts.networking?.domain ?? 'unknown' },
  });
});
