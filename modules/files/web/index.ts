export { StoredFileView } from './StoredFileView.tsx';
export { storeFile } from './storeFile.ts';
export { useWaitingPhotos, type WaitingPhoto } from './useWaitingPhotos.ts';
