import { manifest, nativeType, property, provide, title, value } from 'glance-apply';

/** A native type of one's own: the message of the day. See docs/writing-a-type.md. */
class Motd extends nativeType(
  'motd',
  {
    path: title('The file that is shown at login.'),
    text: property(value.string, 'What it says, without the final newline.'),
  },
  { doc: 'The message of the day.' },
) {}

provide(Motd, {
  // All of them in one call: one round trip, however many there are.
  read: async ({ host }, messages) => {
    const contents = await host.files.read(messages.map(({ name }) => name));
    return new Map(
      messages.map(({ title }, at) => {
        const content = contents[at];
        if (content instanceof Error) throw content;
        return [title, { text: content?.toString('utf8').trimEnd() }];
      }),
    );
  },
  // Under the lock of the file, with a copy of what is replaced.
  change: async (session, { name, wanted }) => {
    await session.rewrite(name, () => `${wanted.text}\n`);
  },
});

export default manifest((site) => {
  new Motd(site, '/etc/motd', { text: 'Managed by glance-apply.' });
});
