import { manifest, User } from 'glance-apply';

/** All users are declared once as virtual resources; each host realizes those that it needs. */
export default manifest((site) => {
  new User(site, 'ada', { uid: 2001, managehome: true, tag: 'operators', virtual: true });
  new User(site, 'grace', { uid: 2002, managehome: true, tag: 'operators', virtual: true });
  new User(site, 'edsger', { uid: 2003, managehome: true, tag: 'auditors', virtual: true });

  // One user by title, others by tag.
  site.realize(User.ref('edsger'));
  site.collect(User, { tag: 'operators' });
});
