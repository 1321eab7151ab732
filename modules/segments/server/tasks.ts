/** Its name; rows in the table speak of it. */
export const sweepTask = { name: 'segments.sweep' };
