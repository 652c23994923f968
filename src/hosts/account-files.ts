/** Sources of the name service that the two files already are. */
const LOCAL_SOURCES = new Set(['files', 'compat', 'db']);

const NUMBER = /^\d+$/;

/** A line of `/etc/passwd`. */
export interface UserAccount {
  readonly name: string;
  readonly uid: number;
  /** Its primary group. */
  readonly gid: number;
  readonly comment: string;
  readonly home: string;
  readonly shell: string;
}

/** A line of `/etc/group`. */
export interface GroupAccount {
  readonly name: string;
  readonly gid: number;
  /** Names of the users that have it as a supplementary group. */
  readonly members: readonly string[];
}

/** The entries of `/etc/passwd`, in its order. */
export function parsePasswd(text: string): UserAccount[] {
  return fieldsOf(text).flatMap(([name = '', , uid = '', gid = '', comment = '', home = '', shell = '']) =>
    NUMBER.test(uid) && NUMBER.test(gid)
      ? [{ name, uid: Number(uid), gid: Number(gid), comment, home, shell }]
      : [],
  );
}

/** The entries of `/etc/group`, in its order. */
export function parseGroup(text: string): GroupAccount[] {
  return fieldsOf(text).flatMap(([name = '', , gid = '', members = '']) =>
    NUMBER.test(gid)
      ? [{ name, gid: Number(gid), members: members.split(',').filter((member) => member !== '') }]
      : [],
  );
}

/** Comments, and the lines with `+` and `-` that pull in a directory service, are no entries. */
function fieldsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => /^[^#+\-\s:]/.test(line))
    .map((line) => line.split(':'));
}

/** Whether `/etc/nsswitch.conf` takes a database from elsewhere than this host's files. */
export function hasOtherSources(nsswitch: string, database: string): boolean {
  const line = nsswitch.split('\n').find((one) => one.startsWith(`${database}:`));
  const sources =
    line
      ?.slice(database.length + 1)
      .replace(/#.*|\[[^\]]*\]/g, '')
      .split(/\s+/) ?? [];
  return sources.some((source) => source !== '' && !LOCAL_SOURCES.has(source));
}
