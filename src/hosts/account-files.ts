/** Sources of the name service whose content is in the two files. */
const LOCAL_SOURCES = new Set(['files', 'compat', 'db']);

const NUMBER = /^\d+$/;

/** A line of `/etc/passwd`. */
export interface UserAccount {
  readonly name: string;
  readonly uid: number;
  /** The ID of the primary group. */
  readonly gid: number;
  readonly comment: string;
  readonly home: string;
  readonly shell: string;
}

/** A line of `/etc/group`. */
export interface GroupAccount {
  readonly name: string;
  readonly gid: number;
  /** The names of the users that have it as a supplementary group. */
  readonly members: readonly string[];
}

/** Parses the entries of `/etc/passwd`, in their order. */
export function parsePasswd(text: string): UserAccount[] {
  return fieldsOf(text).flatMap(([name = '', , uid = '', gid = '', comment = '', home = '', shell = '']) =>
    NUMBER.test(uid) && NUMBER.test(gid)
      ? [{ name, uid: Number(uid), gid: Number(gid), comment, home, shell }]
      : [],
  );
}

/** Parses the entries of `/etc/group`, in their order. */
export function parseGroup(text: string): GroupAccount[] {
  return fieldsOf(text).flatMap(([name = '', , gid = '', members = '']) =>
    NUMBER.test(gid)
      ? [{ name, gid: Number(gid), members: members.split(',').filter((member) => member !== '') }]
      : [],
  );
}

/** Splits entries into fields. Comments, and lines with `+` and `-` that include a directory service, are skipped. */
function fieldsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => /^[^#+\-\s:]/.test(line))
    .map((line) => line.split(':'));
}

/** Returns whether `/etc/nsswitch.conf` configures sources other than this host's files for a database. */
export function hasOtherSources(nsswitch: string, database: string): boolean {
  const line = nsswitch.split('\n').find((one) => one.startsWith(`${database}:`));
  const sources =
    line
      ?.slice(database.length + 1)
      .replace(/#.*|\[[^\]]*\]/g, '')
      .split(/\s+/) ?? [];
  return sources.some((source) => source !== '' && !LOCAL_SOURCES.has(source));
}
