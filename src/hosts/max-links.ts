/** The maximum number of links that Linux follows on one path. */
export const MAX_LINKS = 40;
