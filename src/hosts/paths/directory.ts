/** A directory that a walk has reached: one that is held open on this machine, or one that was examined on another. */
export interface Directory {
  /** The path by which the system reaches it, even if directories above it are renamed meanwhile. */
  readonly procPath: string;
  /** Its path without links when it was reached. */
  readonly path: string;
  readonly uid: number;
  /**
   * The group that new entries inherit (because of the setgid bit); undefined if they get the group of their creator.
   */
  readonly group: number | undefined;
  /** Whether only root and the user of the run can change its entries. */
  readonly isTrusted: boolean;
  /** Returns the name of a user of its machine for messages: `the user alice`. */
  userName(uid: number): string;
}
