/** As many links as Linux follows on one path. */
export const MAX_LINKS = 40;
