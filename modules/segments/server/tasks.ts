/** Their names; rows in the table speak of them. */
export const sweepTask = { name: 'segments.sweep' };
export const countTask = { name: 'segments.count' };
