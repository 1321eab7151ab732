/** Names of this module's tasks; rows in the table speak of them. */
export const sendTask = { name: 'surveys.send' };
export const expireTask = { name: 'surveys.expire' };
