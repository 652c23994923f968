import { File, Mount, manifest } from 'glance-apply';

/** Images on NFS: an entry of /etc/fstab, mounted now and at boot. */
export default manifest((site) => {
  new File(site, '/srv/images', { ensure: 'directory' });
  new Mount(site, '/srv/images', {
    ensure: 'mounted',
    device: 'nas.example.com:/images',
    fstype: 'nfs4',
    options: 'rw,noatime,_netdev',
  });
});
