/** `4.5 L`: so much of a unit, without noughts at the end. */
export const quantityText = (thousandths: number, unit: string): string =>
  `${Number((thousandths / 1000).toFixed(3))} ${unit}`.trim();
