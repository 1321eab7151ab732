/** How the program keeps its heap. */
export const heapOptions: readonly string[];
