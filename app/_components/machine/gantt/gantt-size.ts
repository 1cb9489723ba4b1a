/** In pixels. */
export const ROW = 26;
/** Room for the names of the rows. */
export const GUTTER = 112;
