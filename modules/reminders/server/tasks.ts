/** Names of this module's tasks; rows in the table speak of them. */
export const sweepTask = { name: 'reminders.sweep' };
export const extractTask = { name: 'reminders.extractNext' };
