import { PlateTag } from './PlateTag.tsx';
import type { Column } from './ResourceTable.tsx';

/** The car of a row, drawn as its plate: what a row is known by on a card too. */
export const plateColumn = <Row extends { plate: string | null }>(title: string): Column<Row> => ({
  key: 'plate',
  title,
  width: 130,
  card: 'title',
  show: (row) => <PlateTag plate={row.plate} />,
});
