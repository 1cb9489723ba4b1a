/** What stands in a unit of time of a chart, beside the name of who runs. */

/** Nobody runs. */
export const IDLE = '-';

/** Not filled yet. */
export const UNFILLED = '';
