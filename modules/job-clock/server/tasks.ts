/** Name of this module's task; rows in the table speak of it. */
export const foreseenTask = { name: 'jobClock.foresee' };
