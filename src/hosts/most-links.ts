/** As many links as Linux follows on one path. */
export const MOST_LINKS = 40;
