/** Names of this module's tasks; rows in the table speak of them. */
export const expireTask = { name: 'followUps.expire' };
export const unseenTask = { name: 'followUps.lookForUnseen' };
export const lapseTask = { name: 'followUps.lapse' };
