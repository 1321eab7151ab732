/** Their names; rows in the table speak of them. */
export const judgeTask = { name: 'campaigns.judge' };
export const roundTask = { name: 'campaigns.round' };
