import { manifest, User } from 'glance-apply';

/** Everybody is declared once, as virtual; each machine makes real whom it needs. */
export default manifest((site) => {
  new User(site, 'ada', { uid: 2001, managehome: true, tag: 'operators', virtual: true });
  new User(site, 'grace', { uid: 2002, managehome: true, tag: 'operators', virtual: true });
  new User(site, 'edsger', { uid: 2003, managehome: true, tag: 'auditors', virtual: true });

  // One by its name, others by what is said of them.
  site.realize(User.ref('edsger'));
  site.collect(User, { tag: 'operators' });
});
