import { manifest, nativeType, property, provide, title, value } from 'glance-apply';

/** A custom native type: the message of the day. See docs/writing-a-type.md. */
class Motd extends nativeType(
  'motd',
  {
    path: title('The file that is shown at login.'),
    text: property(value.string, 'Its text, without the final newline.'),
  },
  { doc: 'The message of the day.' },
) {}

provide(Motd, {
  // Reads all of them in one call, which needs only one round trip.
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
  // Holds the lock of the file and makes a backup of the replaced content.
  change: async (session, { name, desired }) => {
    await session.rewrite(name, () => `${desired.text}\n`);
  },
});

export default manifest((site) => {
  new Motd(site, '/etc/motd', { text: 'Managed by glance-apply.' });
});
