/**
 * What a spreadsheet may cost before it is refused.
 *
 * A list of 50,000 rows and 16 columns unpacks to 34 MB, one of 100,000 rows with long remarks
 * to about 150 MB, and packs 6 to 20 times: the limits leave room for both and stop a zip bomb.
 */
export interface SheetLimits {
  /** Parts inside the zip. */
  entries: number;
  /** Bytes after unpacking, all parts together; for CSV the bytes of the file. */
  bytes: number;
  /** Unpacked size of one part over its packed size. */
  ratio: number;
  /** Rows that hold something. */
  rows: number;
  columns: number;
  /** Characters in one cell. Excel itself stops at 32,767. */
  cellCharacters: number;
  /** Time the reader may take in all; the time the caller spends on the rows does not count. */
  milliseconds: number;
  /** Heap of the reading thread. */
  memoryMb: number;
}

export const sheetLimits: SheetLimits = {
  entries: 200,
  bytes: 200 * 1024 * 1024,
  ratio: 100,
  rows: 100_000,
  columns: 500,
  cellCharacters: 100_000,
  milliseconds: 30_000,
  memoryMb: 512,
};
