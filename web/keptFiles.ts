/**
 * Files that wait on this device until they can be sent: a photo outlives a lost connection and a reload. They lie in
 * the browser's own database, apart from what is typed (`useDraft`), and go when the person signs out.
 */
const databaseName = 'jingming.kept';
const store = 'files';

export interface KeptFile<More extends object = object> {
  id: string;
  /** The record that it belongs to. */
  of: string;
  blob: Blob;
  more: More;
}

const open = (): Promise<IDBDatabase> =>
  new Promise((done, failed) => {
    const asked = indexedDB.open(databaseName, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(store, { keyPath: 'id' }).createIndex('of', 'of');
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

async function within<Result>(
  mode: IDBTransactionMode,
  ask: (files: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const asked = ask(database.transaction(store, mode).objectStore(store));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps a file, or what is known of it by now. */
export const keepFile = async (file: KeptFile): Promise<void> => {
  await within('readwrite', (files) => files.put(file));
};
export const dropKeptFile = (id: string): Promise<undefined> =>
  within('readwrite', (files) => files.delete(id));
/** The files that wait for one record, in the order in which they were kept. */
export const keptFilesOf = <More extends object>(of: string): Promise<KeptFile<More>[]> =>
  within('readonly', (files) => files.index('of').getAll(of)) as Promise<KeptFile<More>[]>;
/** On signing out. */
export const dropAllKeptFiles = (): Promise<undefined> =>
  within('readwrite', (files) => files.clear());
