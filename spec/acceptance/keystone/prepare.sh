# A host on which somebody has set up Keystone and Glance by hand, with SQLite.
set -eux
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends keystone glance-api python3-openstackclient
service keystone stop || true
service glance-api stop || true
# Containers have no AppArmor, and this machine has few processors.
sed -i 's/^processes = .*/processes = 2/; s/^plugins = python3,apparmor/plugins = python3/; /^apparmor-profile/d' \
  /etc/keystone/keystone-uwsgi.ini
sed -i 's#^\[database\]$#&\nconnection = sqlite:////var/lib/keystone/keystone.db#' /etc/keystone/keystone.conf
sed -i 's#^\[database\]$#&\nconnection = sqlite:////var/lib/glance/glance.sqlite#; s#^\[paste_deploy\]$#&\nflavor = keystone#' \
  /etc/glance/glance-api.conf
sed -i 's#^\[keystone_authtoken\]$#&\npassword = glance pw#; s#^project_name = service$#project_name = services#' \
  /etc/glance/glance-api.conf
# The package fills in a region that nobody has.
sed -i '/^region_name = regionOne$/d' /etc/glance/glance-api.conf
install -d -o keystone -g keystone /var/log/keystone /var/lib/keystone
chown -R keystone:keystone /var/log/keystone /var/lib/keystone
as_keystone() { setpriv --reuid=keystone --regid=keystone --init-groups "$@"; }
install -d -o keystone -g keystone -m 700 /etc/keystone/fernet-keys /etc/keystone/credential-keys
keystone-manage fernet_setup --keystone-user keystone --keystone-group keystone || true
keystone-manage credential_setup --keystone-user keystone --keystone-group keystone || true
chown -R keystone:keystone /var/log/keystone
as_keystone keystone-manage db_sync
# Otherwise whoever reads keeps whoever writes waiting.
as_keystone python3 -c 'import sqlite3; sqlite3.connect("/var/lib/keystone/keystone.db").execute("PRAGMA journal_mode=WAL")'
as_keystone keystone-manage bootstrap --bootstrap-password "ad'min" --bootstrap-region-id RegionOne \
  --bootstrap-public-url http://127.0.0.1:5000/v3 --bootstrap-internal-url http://127.0.0.1:5000/v3
setpriv --reuid=glance --regid=glance --init-groups glance-manage db_sync
service keystone start
service glance-api start
for attempt in $(seq 120); do
  python3 -c 'import urllib.request as u; u.urlopen("http://127.0.0.1:5000/v3")' 2>/dev/null && break
  sleep 0.5
done
head -c 20000000 /dev/urandom > /root/disk.img
cat > /root/openrc <<'END'
export OS_AUTH_URL=http://127.0.0.1:5000/v3
export OS_USERNAME=admin
export OS_PASSWORD="ad'min"
export OS_PROJECT_NAME=admin
export OS_USER_DOMAIN_NAME=Default
export OS_PROJECT_DOMAIN_NAME=Default
export OS_IDENTITY_API_VERSION=3
END
chmod 600 /root/openrc
