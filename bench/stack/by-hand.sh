# The minimum for a stack of Debian's packages: one apt transaction with the given packages, both schemas, and what
# Keystone's own command creates.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q "$@"
mysql -e "CREATE DATABASE keystone; CREATE USER keystone@'127.0.0.1' IDENTIFIED BY '$KEYSTONE_DBPASS';
  GRANT ALL ON keystone.* TO keystone@'127.0.0.1'; CREATE DATABASE glance;
  CREATE USER glance@'127.0.0.1' IDENTIFIED BY '$GLANCE_DBPASS'; GRANT ALL ON glance.* TO glance@'127.0.0.1'"
for name in keystone glance; do
  password=$KEYSTONE_DBPASS file=/etc/keystone/keystone.conf
  [ $name = keystone ] || { password=$GLANCE_DBPASS file=/etc/glance/glance-api.conf; }
  sed -i "/^\[database\]/,/^\[/{/^connection *=/d}; /^\[database\]/a connection = mysql+pymysql://$name:$password@127.0.0.1/$name" $file
done
su -s /bin/sh keystone -c 'keystone-manage db_sync'
su -s /bin/sh glance -c 'glance-manage db_sync'
su -s /bin/sh glance -c 'glance-manage db_load_metadefs'
keystone-manage fernet_setup --keystone-user keystone --keystone-group keystone
keystone-manage credential_setup --keystone-user keystone --keystone-group keystone
OS_BOOTSTRAP_PASSWORD=$ADMIN_PASS keystone-manage bootstrap --bootstrap-region-id RegionOne \
  --bootstrap-public-url http://127.0.0.1:5000 --bootstrap-internal-url http://127.0.0.1:5000
